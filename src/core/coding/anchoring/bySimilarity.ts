import { mapRange, type TrackedRange, untouched } from '../../text/edits';
import type { Range } from '../../text/range';
import { type Reading, wordEdits } from '../../text/wordDiff';
import { hasWord } from '../../text/words';
import type { Coding } from '../coding';
import { candidatesOf } from './candidates';
import { fitOfSides, leastContext } from './context';
import { type Placement, placedAt, unplaced } from './placement';

/** The least share of a quote that must be left of it, in characters. */
const leastLeft = 0.65;
/** What may be left where both sides of the context stand around it. */
const leastLeftBetween = 0.3;
/** How much of the context on either side stands around it then. */
const contextAround = 0.75;
/** How much better than the second best, 0 to 1, a place must be. */
const margin = 0.15;

interface Likeness {
  readonly range: Range;
  /** 0 to 1, the mean of how much of the quote and of its context is there. */
  readonly score: number;
}

/**
 * Where the most of a quote and its context stands, if clearly more than anywhere else; places that are alike
 * are ambiguous, even where one is at the old offsets, since a twin that was put before the coded passage
 * stands there too.
 */
export function bySimilarity(text: string, coding: Coding): Placement | undefined {
  const likenesses: Likeness[] = [];
  for (const candidate of candidatesOf(text, coding)) {
    for (const reading of ['fromStart', 'fromEnd'] as const) {
      const likeness = likenessAt(text, coding, candidate, reading);
      if (likeness) likenesses.push(likeness);
    }
  }
  const [best, ...others] = likenesses.sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  const rival = others.find(({ range }) => range.end <= best.range.start || range.start >= best.range.end);
  if (rival && best.score - rival.score < margin) return unplaced(coding, 'ambiguous');
  return placedAt(text, coding, best.range);
}

/** How much of a coding stands around a place, by the difference between its own words and those there. */
function likenessAt(text: string, coding: Coding, place: Range, reading: Reading): Likeness | undefined {
  const { quote, prefix, suffix } = coding;
  const slack = Math.ceil(quote.length / 3) + 16;
  const from = Math.max(0, place.start - prefix.length - slack);
  const to = Math.min(text.length, place.end + suffix.length + slack);
  const there = text.slice(from, to);
  const edits = wordEdits(prefix + quote + suffix, there, reading);
  if (!edits) return undefined;
  const at = { start: prefix.length, end: prefix.length + quote.length };
  const mapped = mapRange(untouched(at), edits);
  if (!mapped?.own.some(({ start, end }) => hasWord(there.slice(start, end)))) return undefined;
  const left = lengthOf(mapped) / quote.length;
  const before = sideLeft({ start: 0, end: at.start }, edits) ?? (from + mapped.start === 0 ? 1 : 0.5);
  const end = at.end + suffix.length;
  const after = sideLeft({ start: at.end, end }, edits) ?? (from + mapped.end === text.length ? 1 : 0.5);
  const fit = fitOfSides(before, after, quote);
  const isBetween = Math.min(before, after) >= contextAround && left >= leastLeftBetween;
  if (!isBetween && (left < leastLeft || fit < leastContext)) return undefined;
  return { range: { start: from + mapped.start, end: from + mapped.end }, score: (left + fit) / 2 };
}

/** The share of one side of the context that is left; undefined where there is none. */
function sideLeft(side: Range, edits: Parameters<typeof mapRange>[1]): number | undefined {
  if (side.end === side.start) return undefined;
  const mapped = mapRange(untouched(side), edits);
  return mapped ? lengthOf(mapped) / (side.end - side.start) : 0;
}

function lengthOf({ own }: TrackedRange): number {
  return own.reduce((sum, { start, end }) => sum + end - start, 0);
}
