import { commentsOf } from '../documents/comments';
import { documentText } from '../documents/documentText';
import type { Block, Mark, Marked } from '../documents/flow';
import { ImportError } from '../importError';
import type { Draft, ImportSource } from './importedTranscript';
import { cellBreak, cellEnd, RtfReader } from './rtfReader';

/** Reads Rich Text Format: the text as it stands, with tracked changes accepted, and its comments. */
export function readRtf({ name, bytes }: ImportSource): Draft {
  const source = new TextDecoder('latin1').decode(bytes);
  if (!/^\s*\{\\rtf/.test(source)) throw new ImportError('import-damaged');
  const reader = new RtfReader(name, source);
  const text = documentText(blocksOf(reader.read()));
  const { comments, warnings } = commentsOf(name, text, reader.comments.all);
  return { text: text.text, comments, warnings: [...reader.warnings, ...warnings] };
}

/** Paragraphs, and the rows that stand after each other as tables. */
function blocksOf(document: Marked): Block[] {
  const blocks: Block[] = [];
  let rows: Marked[][] = [];
  for (const line of split(document, '\n')) {
    const cells = split(line, cellEnd).map(withLines);
    if (cells.length > 1) {
      rows.push(rowOf(cells));
      continue;
    }
    if (rows.length > 0) blocks.push({ rows });
    rows = [];
    blocks.push(...cells);
  }
  if (rows.length > 0) blocks.push({ rows });
  return blocks;
}

/** The cells without what stands after the last, whose marks are then at its end. */
function rowOf(cells: readonly Marked[]): Marked[] {
  const row = cells.slice(0, -1);
  const last = row.pop()!;
  const after = cells.at(-1)!.marks.map((mark) => ({ ...mark, offset: last.text.length }));
  return [...row, { text: last.text, marks: [...last.marks, ...after] }];
}

function withLines({ text, marks }: Marked): Marked {
  return { text: text.replaceAll(cellBreak, '\n'), marks };
}

/** The stretches of a text between separators of one sign, with their marks. */
function split({ text, marks }: Marked, separator: string): Marked[] {
  let next = 0;
  let start = 0;
  return text.split(separator).map((piece) => {
    const end = start + piece.length;
    const own: Mark[] = [];
    for (; next < marks.length && marks[next]!.offset <= end; next++) {
      own.push({ ...marks[next]!, offset: marks[next]!.offset - start });
    }
    start = end + separator.length;
    return { text: piece, marks: own };
  });
}
