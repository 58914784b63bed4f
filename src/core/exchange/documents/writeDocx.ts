import type { Range } from '../../text/range';
import type { Transcript } from '../../transcript/transcript';
import { writeArchive } from '../container/writeArchive';
import type { ExportedCoding } from '../transcripts/importedTranscript';
import { exportSpace, fixedParts, part, run, xmlText } from './wordParts';

/** A comment to be written, with the replies to it. */
export interface WrittenComment extends Range {
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  readonly replies: readonly { readonly author: string; readonly at: string; readonly text: string }[];
  /** True where nothing is left to be said of it. */
  readonly done: boolean;
  /** The coding that it stands for. */
  readonly exported: ExportedCoding;
}

/** A comment in the order of the file, with its number. */
interface Numbered {
  readonly number: number;
  readonly parent: number | undefined;
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly done: boolean;
}

/** A transcript as a document of Word, a paragraph a line, with comments. The same comes out the same, byte by byte. */
export function writeDocx(transcript: Transcript, comments: readonly WrittenComment[]): Uint8Array {
  const numbered = numberedComments(comments);
  const files = {
    ...fixedParts,
    'word/document.xml': documentPart(transcript, comments),
    'word/comments.xml': part('w:comments', numbered.map(commentXml).join('')),
    'word/commentsExtended.xml': part('w15:commentsEx', numbered.map(extendedXml).join('')),
    'customXml/item1.xml': exportedXml(transcript.path, comments),
  };
  const encoder = new TextEncoder();
  return writeArchive(new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])));
}

/** The number of a comment in the file: those before it, and the replies to them, come first. */
function numberedComments(comments: readonly WrittenComment[]): Numbered[] {
  const numbered: Numbered[] = [];
  for (const { author, at, text, replies, done } of comments) {
    const number = numbered.length;
    numbered.push({ number, parent: undefined, author, at, text, done });
    for (const reply of replies) numbered.push({ ...reply, number: numbered.length, parent: number, done });
  }
  return numbered;
}

function documentPart(transcript: Transcript, comments: readonly WrittenComment[]): string {
  const { text } = transcript;
  const marks = marksOf(comments);
  const labels = transcript.turns.map(({ label }) => label);
  const lines: string[] = [];
  let start = 0;
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const end = start + line.length;
    const isHead = end < transcript.head.end;
    lines.push(paragraphXml(text, { start, end }, marks, labels, isHead));
    start = end + 1;
  }
  return part('w:document', `<w:body>${lines.join('')}<w:sectPr/></w:body>`);
}

/** What stands at offsets for comments: their ends before the beginnings of others. */
function marksOf(comments: readonly WrittenComment[]): { offsets: number[]; at: Map<number, string> } {
  const ends = new Map<number, string>();
  const starts = new Map<number, string>();
  let number = 0;
  for (const { start, end, replies } of comments) {
    for (let left = replies.length; left >= 0; left--) {
      const id = number++;
      const reference = `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
      starts.set(start, `${starts.get(start) ?? ''}<w:commentRangeStart w:id="${id}"/>`);
      ends.set(end, `${ends.get(end) ?? ''}<w:commentRangeEnd w:id="${id}"/>${reference}`);
    }
  }
  const offsets = [...new Set([...ends.keys(), ...starts.keys()])].sort((a, b) => a - b);
  return { offsets, at: new Map(offsets.map((at) => [at, `${ends.get(at) ?? ''}${starts.get(at) ?? ''}`])) };
}

function paragraphXml(
  text: string,
  { start, end }: Range,
  marks: ReturnType<typeof marksOf>,
  labels: readonly Range[],
  isHead: boolean,
): string {
  const own = marks.offsets.filter((offset) => offset >= start && offset <= end);
  const label = labels.find((one) => one.start < end && one.end > start && one.end > one.start);
  const cuts = [start, ...own, ...(label ? [Math.min(label.end, end)] : []), end];
  const places = [...new Set(cuts)].sort((a, b) => a - b);
  const parts = places.map((place, index) => {
    const next = places[index + 1] ?? place;
    const format = isHead ? '<w:color w:val="808080"/>' : label && next <= label.end ? '<w:b/>' : '';
    return `${marks.at.get(place) ?? ''}${run(text.slice(place, next), format)}`;
  });
  return `<w:p>${parts.join('')}</w:p>`;
}

function commentXml({ number, author, at, text }: Numbered): string {
  const lines = text.split('\n');
  const paragraphs = lines.map((line, index) => {
    const id = index === lines.length - 1 ? ` w14:paraId="${paragraphId(number)}"` : '';
    return `<w:p${id}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${run(line)}</w:p>`;
  });
  const names = `w:author="${xmlText(author)}" w:initials="${xmlText([...author][0] ?? '')}"`;
  const date = Number.isNaN(Date.parse(at)) ? '' : ` w:date="${new Date(at).toISOString().slice(0, 19)}Z"`;
  return `<w:comment w:id="${number}" ${names}${date}>${paragraphs.join('')}</w:comment>`;
}

function extendedXml({ number, parent, done }: Numbered): string {
  const reply = parent === undefined ? '' : ` w15:paraIdParent="${paragraphId(parent)}"`;
  return `<w15:commentEx w15:paraId="${paragraphId(number)}"${reply} w15:done="${done ? 1 : 0}"/>`;
}

function paragraphId(number: number): string {
  return (number + 1).toString(16).toUpperCase().padStart(8, '0');
}

/** Which transcript and which codings the document shows, so that what was changed in it can be told. */
function exportedXml(path: string, comments: readonly WrittenComment[]): string {
  const codings = comments.map(({ exported: { id, by, at, said } }) => {
    return `<coding id="${xmlText(id)}" by="${xmlText(by)}" at="${xmlText(at)}" said="${said}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="${exportSpace}" transcript="${xmlText(path)}">${codings.join('')}</export>`;
}
