import { readXml } from '../container/xml';
import type { DocumentComment } from './comments';
import { documentText } from './documentText';
import { DocxFlow } from './docxFlow';

export type DocxComment = DocumentComment;

/** The comments of a document of Word, in its order. @param extended which replies to which, where the document says */
export function readDocxComments(comments: Uint8Array, extended: Uint8Array | undefined): DocxComment[] {
  const found: (DocxComment & { readonly paragraphs: readonly string[] })[] = [];
  let flow = new DocxFlow('', new Map());
  let open: ReadonlyMap<string, string> | undefined;
  let paragraphs: string[] = [];
  readXml('comments.xml', comments, {
    open(name, attributes) {
      if (name === 'w:comment') {
        open = attributes;
        paragraphs = [];
        flow = new DocxFlow('', new Map());
        return;
      }
      const paragraph = name === 'w:p' ? attributes.get('w14:paraId') : undefined;
      if (paragraph !== undefined) paragraphs.push(paragraph);
      flow.open(name, attributes);
    },
    close(name) {
      if (name !== 'w:comment') {
        flow.close(name);
        return;
      }
      const text = documentText(flow.end()).text.trim();
      const at = dateOf(open?.get('w:date'));
      const author = open?.get('w:author')?.trim() ?? '';
      found.push({ id: open?.get('w:id') ?? '', author, at, text, parent: undefined, paragraphs });
    },
    text: (text) => flow.text(text),
  });
  const parents = extended ? parentsIn(extended) : new Map<string, string>();
  const byParagraph = new Map(
    found.flatMap(({ id, paragraphs }) => paragraphs.map((one) => [one, id] as const)),
  );
  return found.map(({ paragraphs: own, ...comment }) => {
    const parent = own.map((one) => parents.get(one)).find((one) => one !== undefined);
    return { ...comment, parent: parent === undefined ? undefined : byParagraph.get(parent) };
  });
}

/** The paragraphs of comments that other paragraphs reply to. */
function parentsIn(bytes: Uint8Array): Map<string, string> {
  const parents = new Map<string, string>();
  readXml('commentsExtended.xml', bytes, {
    open(name, attributes) {
      const [own, parent] = [attributes.get('w15:paraId'), attributes.get('w15:paraIdParent')];
      if (name === 'w15:commentEx' && own !== undefined && parent !== undefined) parents.set(own, parent);
    },
    close() {},
    text() {},
  });
  return parents;
}

/** Word writes the clock's time, and says that it is UTC. */
export function dateOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(written);
  const date = new Date(hasZone ? written : `${written}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
