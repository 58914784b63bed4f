import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';

/** The one date in archives, the first that they can hold: a document says nothing of when it was made. */
const noDate = new Date(1980, 0, 1);

/** How hard files are pressed: the usual 6 takes up to twice as long for long tables and saves a twentieth. */
const level = 4;

/**
 * Writes an archive again so that the same content gives the same bytes: without dates, and with ids in their order.
 * @param finish changes its XML files, by path, and the bytes of all else; an XML file given as bytes is written so
 * @param nameOf the path that a file is to have
 */
export function repack(
  archive: Uint8Array,
  finish: (files: Map<string, string>, bytes: Map<string, Uint8Array>) => void,
  nameOf: (path: string) => string = (path) => path,
): Uint8Array {
  const texts = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const paths: string[] = [];
  for (const [path, content] of Object.entries(unzipSync(archive))) {
    paths.push(path);
    if (/\.(?:xml|rels)$/.test(path)) texts.set(path, strFromU8(content));
    else bytes.set(path, content);
  }
  finish(texts, bytes);
  const contentOf = (path: string) => bytes.get(path) ?? strToU8(texts.get(path)!);
  const files = Object.fromEntries(paths.map((path) => [nameOf(path), contentOf(path)]));
  return zipSync(files, { mtime: noDate, level });
}

/** Takes the dates out of the properties of a document. */
export function undate(files: Map<string, string>): void {
  const path = 'docProps/core.xml';
  const properties = files.get(path);
  if (properties !== undefined) {
    files.set(path, properties.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''));
  }
}
