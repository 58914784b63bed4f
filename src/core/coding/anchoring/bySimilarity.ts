import { mapRange, ownLength, untouched } from '../../text/edits';
import { overlaps, type Range } from '../../text/range';
import { type Reading, wordEdits } from '../../text/wordDiff';
import { hasWord, sameWords } from '../../text/words';
import type { Coding } from '../coding';
import { candidatesOf } from './candidates';
import { commonPrefix, commonSuffix, fitOf, fitOfSides, leastContext } from './context';
import { onlyPlace } from './movedCopy';
import { withOwnEnds, withoutContext } from './ownEnds';
import { type Placement, placedAt, unplaced } from './placement';
import { twinsInARow } from './repeats';
import { isDoubtful } from './shortQuote';
import { isSwollen, wordsWithin } from './swollen';

/** How many words, spaces and marks of a place may differ: places are many, and each takes its square in time. */
const mostDifferences = 600;
/** The least share of a quote that must be left of it, in characters. */
const leastLeft = 0.65;
/** What may be left where both sides of the context stand around it. */
const leastLeftBetween = 0.3;
/** ...in one piece of this length, in UTF-16 units: a word or two of a sentence stand in any that is put in its place. */
const leastPieceBetween = 10;
/** How much of the context on either side stands around it then. */
const contextAround = 0.75;
/** Words of this length, in UTF-16 units, are not said twice by chance, and need no context... */
const longQuote = 120;
/** ...where nothing else is as much like them, 0 to 1. */
const mostAlike = 0.4;
/** How much better than the second best, 0 to 1, a place must be. */
const margin = 0.3;
/**
 * Words of this length, in UTF-16 units, of which so much stands somewhere else, were copied, edited or not: unless
 * some of them were edited with both sides of the context around them, nobody can tell which ones were there before.
 */
const copiedQuote = 40;
/** The same of words that were edited: what is left of them here may be of one that was put beside others. */
const copiedEdited = 16;
const leastCopied = 0.5;
/** Where less than this stands right beside it as it did, in UTF-16 units, something was put there. */
const leastBeside = 12;
/** Words below this length, in UTF-16 units, of which some were changed are other words. */
const wordQuote = 8;

/** How much a place is like a coding's passage. */
interface Likeness {
  readonly range: Range;
  /** 0 to 1, how much of the quote is there. */
  readonly left: number;
  /** 0 to 1, the mean of how much of the quote and of its context is there. */
  readonly score: number;
  /** Whether the context on both sides stands around it. */
  readonly isBetween: boolean;
  /** Whether that is enough to be it. */
  readonly isTelling: boolean;
}

/**
 * Where the most of a quote and its context stands, if clearly more than anywhere else; places that are alike
 * are ambiguous, even where one is at the old offsets, since a twin that was put before the coded passage
 * stands there too.
 */
export function bySimilarity(text: string, coding: Coding): Placement | undefined {
  const likenesses = likenessesOf(text, coding);
  const best = likenesses.find(({ isTelling }) => isTelling);
  if (!best) return alone(text, coding, likenesses);
  const isEdited = best.left < 1;
  const isCopied =
    coding.quote.length >= (isEdited ? copiedEdited : copiedQuote) && (!best.isBetween || !isEdited);
  const isRival = ({ range, left, score }: Likeness) =>
    !overlaps(range, best.range) && (best.score - score < margin || (isCopied && left >= leastCopied));
  if (likenesses.some(isRival)) return unplaced(coding, 'ambiguous');
  const { range } = unchanged(text, coding, best, likenesses) ?? best;
  const placement = placedAt(text, coding, wordsWithin(text, range, coding.quote) ?? range);
  const isWord = coding.quote.length < wordQuote && placement.anchor === 'edited';
  const isDoubt =
    isWord ||
    isSwollen(coding, placement) ||
    isDoubtful(text, placement, coding) ||
    hasCopyBeside(text, placement, coding) ||
    twinsInARow(text, placement) > 0;
  return isDoubt ? unplaced(coding, 'ambiguous') : placement;
}

/** The places that hold words of a coding's quote or of its context, those that are most like it first. */
export function likenessesOf(text: string, coding: Coding): Likeness[] {
  const likenesses: Likeness[] = [];
  const editsTo = rememberedEdits(coding.prefix + coding.quote + coding.suffix);
  for (const candidate of candidatesOf(text, coding)) {
    for (const reading of ['fromStart', 'fromEnd'] as const) {
      const likeness = likenessAt(text, coding, candidate, (there) => editsTo(there, reading));
      if (likeness) likenesses.push(likeness);
    }
  }
  return likenesses.sort((a, b) => b.score - a.score);
}

type Edits = ReturnType<typeof wordEdits>;

/** What makes of some words what stands at a place: the same at all places where the same stands, however many. */
function rememberedEdits(words: string): (there: string, reading: Reading) => Edits {
  const known = { fromStart: new Map<string, Edits>(), fromEnd: new Map<string, Edits>() };
  return (there, reading) => {
    const edits = known[reading].has(there)
      ? known[reading].get(there)
      : wordEdits(words, there, reading, true, mostDifferences);
    known[reading].set(there, edits);
    return edits;
  };
}

/** Whether what was put right beside a place says much the same: either may be the one that was there before. */
function hasCopyBeside(text: string, { start, end }: Range, { quote, prefix, suffix }: Coding): boolean {
  const isCopy = (there: string) =>
    (['fromStart', 'fromEnd'] as const).some((reading) => {
      const edits = wordEdits(quote, there, reading, true, mostDifferences);
      const lost = edits?.reduce((sum, edit) => sum + edit.end - edit.start, 0) ?? quote.length;
      return lost <= quote.length * (1 - leastCopied);
    });
  const isParted = (side: string, common: number) => common < Math.min(side.length, leastBeside);
  return (
    (isParted(prefix, commonSuffix(prefix, text, start)) &&
      isCopy(text.slice(Math.max(0, start - 2 * quote.length), start))) ||
    (isParted(suffix, commonPrefix(suffix, text, end)) && isCopy(text.slice(end, end + 2 * quote.length)))
  );
}

/** Whether a place is the only one with words like a coding's, all of them, between much of its context on both sides. */
export function isOnlyLikeness(text: string, coding: Coding, place: Range): boolean {
  const likenesses = likenessesOf(text, coding);
  const isIt = ({ range, left, isBetween }: Likeness) => isBetween && left === 1 && overlaps(range, place);
  return (
    likenesses.some(isIt) &&
    likenesses.every(({ range, score }) => overlaps(range, place) || score < mostAlike)
  );
}

/** Where a long quote stands once, word for word, though all around it has changed. */
function alone(text: string, coding: Coding, likenesses: readonly Likeness[]): Placement | undefined {
  const { quote } = coding;
  const start = quote.length >= longQuote ? onlyPlace(text, quote) : undefined;
  if (start === undefined) return undefined;
  const range = { start, end: start + quote.length };
  const hasRival = likenesses.some((other) => !overlaps(other.range, range) && other.score >= mostAlike);
  return hasRival ? undefined : placedAt(text, coding, range);
}

/** A reading of the best place that finds every word of the quote there: what was inserted beside it is outside. */
function unchanged(
  text: string,
  { quote }: Coding,
  best: Likeness,
  likenesses: readonly Likeness[],
): Likeness | undefined {
  return likenesses.find(
    ({ range, isTelling }) =>
      isTelling &&
      overlaps(range, best.range) &&
      sameWords(text.slice(range.start, range.end)) === sameWords(quote),
  );
}

/** How much of a coding stands around a place, by the difference between its own words and those there. */
function likenessAt(
  text: string,
  coding: Coding,
  place: Range,
  editsTo: (there: string) => Edits,
): Likeness | undefined {
  const { quote, prefix, suffix } = coding;
  const slack = Math.ceil(quote.length / 3) + 16;
  const from = Math.max(0, place.start - prefix.length - slack);
  const to = Math.min(text.length, place.end + suffix.length + slack);
  const there = text.slice(from, to);
  const edits = editsTo(there);
  if (!edits) return undefined;
  const at = { start: prefix.length, end: prefix.length + quote.length };
  const whole = mapRange(untouched(at), edits);
  if (!whole?.own.some(({ start, end }) => hasWord(there.slice(start, end)))) return undefined;
  const mapped = withoutContext(there, withOwnEnds(there, whole), coding);
  const left = ownLength(mapped) / quote.length;
  const longest = Math.max(...mapped.own.map((piece) => piece.end - piece.start));
  const before = sideLeft({ start: 0, end: at.start }, edits) ?? (from + mapped.start === 0 ? 1 : 0.5);
  const end = at.end + suffix.length;
  const after = sideLeft({ start: at.end, end }, edits) ?? (from + mapped.end === text.length ? 1 : 0.5);
  const isBetween = Math.min(before, after) >= contextAround;
  const isEnough = left >= leastLeft && fitOf(before, after, quote) >= leastContext;
  return {
    range: { start: from + mapped.start, end: from + mapped.end },
    left,
    score: (left + fitOfSides(before, after)) / 2,
    isBetween,
    isTelling: isEnough || (isBetween && left >= leastLeftBetween && longest >= leastPieceBetween),
  };
}

/** The share of one side of the context that is left; undefined where there is none. */
function sideLeft(side: Range, edits: Parameters<typeof mapRange>[1]): number | undefined {
  if (side.end === side.start) return undefined;
  const mapped = mapRange(untouched(side), edits);
  return mapped ? ownLength(mapped) / (side.end - side.start) : 0;
}
