import type { Range } from '../../text/range';
import { type Block, joined, type Marked } from './flow';
import { tableLines } from './tables';

/** What a document says, line by line, and the ranges that its marks are on. */
export interface DocumentText {
  readonly text: string;
  /** By the id of their marks; a range that is empty was a point. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/** The text of a document's blocks. */
export function documentText(blocks: readonly Block[]): DocumentText {
  const lines = blocks.flatMap((block): readonly Marked[] =>
    'rows' in block ? tableLines(block.rows) : [block],
  );
  const { text, marks } = joined(lines, '\n');
  const ranges = new Map<string, Range>();
  for (const { id, kind, offset } of marks) {
    const known = ranges.get(id);
    if (!known) ranges.set(id, { start: offset, end: offset });
    else if (kind === 'start') ranges.set(id, { start: Math.min(known.start, offset), end: known.end });
    else if (kind === 'end') ranges.set(id, { start: known.start, end: Math.max(known.end, offset) });
  }
  return { text, ranges };
}
