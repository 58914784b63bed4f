import type { Block } from '../blocks';
import { utf8Of } from './utf8';

/**
 * Writes reports as one document of Word: real headings with a table of contents, tables with header rows, quotes in
 * a style of their own, page numbers, and links from each quote to its source.
 * @param articles the reports' blocks, each beginning on a new page
 * @param language that of the document, for spelling
 */
export async function renderDocx(
  articles: readonly (readonly Block[])[],
  language: 'en' | 'nl',
  title: string,
): Promise<Uint8Array> {
  const [{ wordDocument }, { repack, undate }] = await Promise.all([
    import('./wordDocument'),
    import('./archive'),
  ]);
  const { archive, filling } = await wordDocument(articles, language, title);
  const finish = (files: Map<string, string>, bytes: Map<string, Uint8Array>) => {
    undate(files);
    nameMetafiles(files);
    renumberRelations(files);
    renumberBookmarks(files);
    bytes.set(documentPath, utf8Of(filling.fill(files.get(documentPath)!)));
    files.set(relationsPath, filling.addRelations(files.get(relationsPath)!));
    for (const [path, place] of bytes) {
      if (path.startsWith(mediaFolder)) bytes.set(path, filling.fillPicture(place, path.endsWith('.bmp')));
    }
  };
  return repack(new Uint8Array(archive), finish, (path) => path.replace(bitmap, '$1.emf'));
}

const documentPath = 'word/document.xml';
const relationsPath = 'word/_rels/document.xml.rels';
const mediaFolder = 'word/media/';
const bitmap = /(word\/media\/[^/"]+)\.bmp$/;

/** Pictures that the library took for bitmaps are metafiles: only those are written, and named so. */
function nameMetafiles(files: Map<string, string>): void {
  for (const [path, text] of [...files]) {
    if (path === '[Content_Types].xml') {
      files.set(
        path,
        text.replace(
          /(ContentType=")image\/bmp(" Extension=")bmp|(Extension=")bmp(" ContentType=")image\/bmp/g,
          (_, ...parts) =>
            parts[0] ? `${parts[0]}image/x-emf${parts[1]}emf` : `${parts[2]}emf${parts[3]}image/x-emf`,
        ),
      );
    } else if (path.endsWith('.rels')) {
      files.set(path, text.replace(/(Target="media\/[^"]+)\.bmp"/g, '$1.emf"'));
    }
  }
}

/** The library draws the ids of relations; here they are numbered. */
function renumberRelations(files: Map<string, string>): void {
  for (const [path, text] of [...files]) {
    const [, folder, name] = /^(.*)_rels\/([^/]+)\.rels$/.exec(path) ?? [];
    const owner = files.get(`${folder}${name}`);
    if (owner === undefined) continue;
    const numbers = new Map<string, string>();
    const numberOf = (id: string) => numbers.get(id) ?? id;
    for (const [, id] of text.matchAll(/\sId="([^"]+)"/g)) numbers.set(id!, `rId${numbers.size + 1}`);
    files.set(
      path,
      text.replace(/(\sId=")([^"]+)/g, (_, before, id) => before + numberOf(id)),
    );
    files.set(
      `${folder}${name}`,
      owner.replace(/(\sr:(?:id|embed|link)=")([^"]+)/g, (_, before, id) => before + numberOf(id)),
    );
  }
}

/** The library counts bookmarks and drawings through all documents that it writes; here each begins at 1. */
function renumberBookmarks(files: Map<string, string>): void {
  const [numbers, names] = [new Map<string, number>(), new Map<string, number>()];
  const numberIn = (known: Map<string, number>, key: string) => {
    if (!known.has(key)) known.set(key, known.size + 1);
    return known.get(key);
  };
  let drawings = 0;
  const text = files
    .get(documentPath)!
    .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/(w:id=")([^"]+)/, (_, before, id) => before + numberIn(numbers, id)),
    )
    .replace(
      /((?:\sw:(?:name|anchor)="|<w:instrText\b[^>]*>[^<]*)_Toc)(\d+)/g,
      (_, before, id) => before + numberIn(names, id),
    )
    .replace(/(<wp:docPr\b[^>]*\sid=")[^"]*/g, (_, before) => `${before}${++drawings}`);
  files.set(documentPath, text);
}
