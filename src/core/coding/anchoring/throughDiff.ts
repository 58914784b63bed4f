import { mapRange, type TextEdit, type TrackedRange, untouched } from '../../text/edits';
import type { Range } from '../../text/range';
import { wordEdits } from '../../text/wordDiff';
import { hasWord, sameWords } from '../../text/words';
import type { Coding } from '../coding';
import { contextFit, leastContext } from './context';
import { movedCopy } from './movedCopy';
import { type Placement, placedAt, unplaced } from './placement';

/** The least share of a quote that must be left of it, in characters: what stays of less is a coincidence. */
const leastLeft = 0.3;

/** The two readings of what changed between two texts; they differ where equal passages came or went. */
export interface TextDifference {
  readonly before: string;
  readonly after: string;
  readonly readings: readonly [readonly TextEdit[], readonly TextEdit[]];
}

/** What changed between two texts; undefined where that is too much to tell. */
export function textDifference(before: string, after: string): TextDifference | undefined {
  const forward = wordEdits(before, after, 'fromStart');
  const backward = forward && wordEdits(before, after, 'fromEnd');
  return forward && backward && { before, after, readings: [forward, backward] };
}

/**
 * Where a coding that stood at `range` of the old text stands now. Where the two readings do not agree on any
 * of its words, it is ambiguous; where they agree on a part, that part is it.
 */
export function throughDiff(difference: TextDifference, coding: Coding, range: Range): Placement {
  const { before, after, readings } = difference;
  const [first, second] = readings.map((edits) => through(edits, difference, range));
  if (!first && !second) {
    const moved = movedCopy(before, after, range);
    return moved ? placedAt(after, coding, moved) : unplaced(coding, 'orphan');
  }
  if (!first || !second)
    return unplaced(coding, fits(after, coding, (first ?? second)!) ? 'ambiguous' : 'orphan');
  const agreed = agreement(after, before.slice(range.start, range.end), first, second);
  return agreed ? placedAt(after, coding, agreed) : unplaced(coding, 'ambiguous');
}

/** Whether what only one reading takes for the coding has the context for it. */
function fits(after: string, coding: Coding, { start, end }: Range): boolean {
  const isCopy = end - start === coding.quote.length && after.startsWith(coding.quote, start);
  return !isCopy || contextFit(after, start, coding) >= leastContext;
}

function through(
  edits: readonly TextEdit[],
  { after }: TextDifference,
  range: Range,
): TrackedRange | undefined {
  const mapped = mapRange(untouched(range), edits);
  if (!mapped) return undefined;
  const left = mapped.own.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  const holdsWord = mapped.own.some(({ start, end }) => hasWord(after.slice(start, end)));
  return holdsWord && left >= leastLeft * (range.end - range.start) ? mapped : undefined;
}

function agreement(after: string, words: string, first: Range, second: Range): Range | undefined {
  if (first.start === second.start && first.end === second.end) return first;
  const common = { start: Math.max(first.start, second.start), end: Math.min(first.end, second.end) };
  if (!hasWord(after.slice(common.start, common.end))) return undefined;
  const whole = [first, second].filter(
    ({ start, end }) => sameWords(after.slice(start, end)) === sameWords(words),
  );
  return whole.length === 1 ? whole[0] : common;
}
