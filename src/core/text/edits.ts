import type { Range } from './range';

/**
 * A stretch of a text replaced by other text; an empty stretch is an insertion. The edits of one step are in
 * order of place, do not overlap, and have offsets of the text before any of them.
 */
export interface TextEdit extends Range {
  readonly text: string;
}

/** A range on its way through edits, with the pieces of it that no edit has touched, in order. */
export interface TrackedRange extends Range {
  readonly own: readonly Range[];
}

/** A range no part of which has been edited yet. */
export function untouched({ start, end }: Range): TrackedRange {
  return { start, end, own: [{ start, end }] };
}

/** A range and its pieces so much further on, in UTF-16 units. */
export function shifted({ start, end, own }: TrackedRange, by: number): TrackedRange {
  const move = (range: Range) => ({ start: range.start + by, end: range.end + by });
  return { ...move({ start, end }), own: own.map(move) };
}

/** How much of a range no edit has touched. */
export function ownLength({ own }: TrackedRange): number {
  return own.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The text after edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * Where a range stands after edits: an insertion at a boundary stays outside, what replaces words within stays
 * inside, what replaces words on both sides of a boundary stays outside. Undefined where no piece is left.
 */
export function mapRange(range: TrackedRange, edits: readonly TextEdit[]): TrackedRange | undefined {
  const own = range.own.flatMap((piece) => leftOf(piece, edits));
  if (own.length === 0) return undefined;
  let { start, end } = range;
  // From the last to the first, so that the offsets of those still to come hold.
  for (let index = edits.length - 1; index >= 0; index--) {
    const edit = edits[index]!;
    const growth = edit.text.length - (edit.end - edit.start);
    if (edit.start >= end) continue;
    if (edit.end > end) {
      end = edit.start;
      continue;
    }
    end += growth;
    if (edit.end <= start) start += growth;
    else if (edit.start < start) start = edit.start + edit.text.length;
  }
  return { start, end, own };
}

/** The pieces of a range that edits leave as they are, where they then stand. */
function leftOf(range: Range, edits: readonly TextEdit[]): Range[] {
  const pieces: Range[] = [];
  let shift = 0;
  let { start } = range;
  for (const edit of edits) {
    if (edit.start >= range.end) break;
    if (edit.end > range.start) {
      if (edit.start > start) pieces.push({ start: start + shift, end: edit.start + shift });
      start = Math.max(start, edit.end);
    }
    shift += edit.text.length - (edit.end - edit.start);
  }
  if (start < range.end) pieces.push({ start: start + shift, end: range.end + shift });
  return pieces;
}
