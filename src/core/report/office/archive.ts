import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate/browser';

/** The one date in archives, the first that they can hold: a document says nothing of when it was made. */
const noDate = new Date(1980, 0, 1);

/**
 * Writes an archive again so that the same content gives the same bytes: without dates, and with ids in their order.
 * @param finish what is to be made of its XML files, by path; or of any file, as the bytes that are written of it
 * @param nameOf the path that a file is to have
 */
export function repack(
  archive: Uint8Array,
  finish: (files: Map<string, string>, written: Map<string, Uint8Array>) => void,
  nameOf: (path: string) => string = (path) => path,
): Uint8Array {
  const entries = Object.entries(unzipSync(archive));
  const isXml = (path: string) => /\.(?:xml|rels)$/.test(path);
  const texts = new Map(
    entries.filter(([path]) => isXml(path)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
  const written = new Map<string, Uint8Array>();
  finish(texts, written);
  const files: Zippable = {};
  for (const [path, bytes] of entries) {
    const text = texts.get(path);
    const content = written.get(path) ?? (text === undefined ? bytes : strToU8(text));
    files[nameOf(path)] = [content, { mtime: noDate, level: 6 }];
  }
  return zipSync(files);
}

/** Takes the dates out of the properties of a document. */
export function undate(files: Map<string, string>): void {
  const path = 'docProps/core.xml';
  const properties = files.get(path);
  if (properties !== undefined) {
    files.set(path, properties.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
  }
}
