import { overlaps, type Range } from '../../text/range';
import { sameWords } from '../../text/words';
import { type AnchoredCoding, type Coding, isPlaced } from '../coding';
import { likenessesOf } from './bySimilarity';
import { shiftOf } from './inOrder';
import { placedAt } from './placement';
import { isCopiedStretch } from './repeats';

/** The least that says enough to be told from what stands around it by chance, in UTF-16 units. */
const leastQuote = 8;
/** How much further than they a passage may have moved, in UTF-16 units... */
const tolerance = 8;
/**
 * ...and how many times as far as those on both sides moved apart any other copy must be: a copy that was put
 * between them, or taken out with what stands before the next, would be no further away than that.
 */
const margin = 2;
/** Of more copies, what was copied may be a copy itself, unless nothing at all came or went around it. */
const mostCopies = 2;
/** How much more, 0 to 1, a place may look like it than the one where the codings around it say. */
const slack = 0.05;
/** What is less alike, 0 to 1, is no copy with hardly any other context. */
const nearlyAlike = 0.1;
/** The least that parts copies of which one is where the codings around it say, in UTF-16 units. */
const leastApart = 60;
/** Words of this length, in UTF-16 units, are not said by chance where those around them went. */
const telling = 16;
/** How often those that were put in place tell of others in turn. */
const mostPasses = 3;
/** How much of a quote, 0 to 1, must stand in another place for that to be a copy. */
const leastCopied = 0.5;

/**
 * Codings as they were found one by one, with those that stand in several places word for word put where the
 * codings around them say: hardly anything was taken out between what stands before and what stands after, and
 * only one of the copies has moved as these have.
 */
export function bySurroundings(text: string, found: readonly AnchoredCoding[]): readonly AnchoredCoding[] {
  let known = found;
  for (let pass = 0; pass < mostPasses && known.some(({ anchor }) => anchor === 'ambiguous'); pass++) {
    const next = withWitnesses(text, known);
    if (next.every((one, index) => one === known[index])) break;
    known = next;
  }
  return known;
}

function withWitnesses(text: string, found: readonly AnchoredCoding[]): AnchoredCoding[] {
  const placed = found.filter(isPlaced).sort((a, b) => a.coding.start - b.coding.start);
  const lost = found.filter(({ anchor }) => anchor === 'orphan');
  return found.map((one) => {
    if (one.anchor !== 'ambiguous') return one;
    const shifts = shiftsAround(one.coding, placed, lost);
    const range =
      withOverlapping(text, one.coding, placed) ?? (shifts && onlyCopyMoved(text, one.coding, shifts));
    return range ? { coding: one.coding, ...placedAt(text, one.coding, range) } : one;
  });
}

/** Where a coding stands that is a part of one that was placed, word for word, or has it as a part. */
function withOverlapping(text: string, coding: Coding, placed: readonly AnchoredCoding[]): Range | undefined {
  const isWithin = (part: Range, whole: Range) => part.start >= whole.start && part.end <= whole.end;
  const other = placed.find(
    (one) =>
      one.anchor !== 'edited' &&
      one.coding.quote.length >= telling &&
      (isWithin(one.coding, coding) || isWithin(coding, one.coding)),
  );
  if (!other || coding.quote.length < telling) return undefined;
  const start = coding.start + shiftOf(other);
  const place = { start, end: start + coding.quote.length };
  if (!text.startsWith(coding.quote, start)) return undefined;
  const others = copiesOf(text, coding.quote).filter((copy) => copy.start !== start);
  return others.some((copy) => isCopiedStretch(text, place, copy, false)) ? undefined : place;
}

interface Shifts {
  readonly least: number;
  readonly most: number;
  /** Whether a coding between those is gone: what was taken out along with it may hide what was put in... */
  readonly hasLost: boolean;
  /** ...if that was not more than stood between them beside the passage, in UTF-16 units. */
  readonly room: number;
  /** Where what stood between them must be now. */
  readonly between: Range;
}

/** By how much the codings on both sides have moved; undefined where there are none. */
function shiftsAround(
  coding: Coding,
  placed: readonly AnchoredCoding[],
  lost: readonly AnchoredCoding[],
): Shifts | undefined {
  const others = placed.filter((other) => !overlaps(other.coding, coding));
  const before = others.findLast((other) => other.coding.end <= coding.start);
  const after = others.find((other) => other.coding.start >= coding.end);
  if (!before || !after || coding.quote.length < leastQuote) return undefined;
  const [first, last] = [shiftOf(before), shiftOf(after)];
  const isBetween = ({ start, end }: Coding) => start >= before.coding.end && end <= after.coding.start;
  const hasLost = lost.some((one) => isBetween(one.coding));
  const room = after.coding.start - before.coding.end - coding.quote.length;
  const between = { start: before.end, end: after.start };
  return { least: Math.min(first, last), most: Math.max(first, last), hasLost, room, between };
}

/** Where the words of a coding stand that moved as the codings around it did, if no others may be its own. */
function onlyCopyMoved(text: string, coding: Coding, shifts: Shifts): Range | undefined {
  const { least, most, hasLost, room, between } = shifts;
  const words = sameWords(coding.quote);
  const alike = likenessesOf(text, coding).filter(({ left }) => left >= leastCopied);
  const found = alike.find(
    ({ isTelling, range: { start, end } }) =>
      isTelling &&
      start - coding.start >= least - tolerance &&
      start - coding.start <= most + tolerance &&
      sameWords(text.slice(start, end)) === words,
  );
  if (!found || alike.some(({ score }) => score > found.score + slack)) return undefined;
  const only = found.range;
  const copies = copiesOf(text, coding.quote);
  if (copies.length > mostCopies && (hasLost || most - least > tolerance)) return undefined;
  const places = [...copies, ...alike.map(({ range }) => range)];
  const others = places.filter((place) => !overlaps(place, only));
  const hasEqual = alike.some(({ range, score }) => !overlaps(range, only) && score >= found.score - slack);
  const hasMovedAlong = [least, most].some(
    (shift) => Math.abs(only.start - coding.start - shift) <= tolerance,
  );
  if (hasEqual && (hasLost || !hasMovedAlong)) return undefined;
  const isTwice = alike.some(({ range, score }) => !overlaps(range, only) && score >= found.score);
  if (others.some((other) => isCopiedStretch(text, only, other, isTwice))) return undefined;
  const mayBeHidden = ({ range, score }: (typeof alike)[number]) =>
    score >= found.score - nearlyAlike &&
    !overlaps(range, only) &&
    Math.abs(range.start - only.start) - (most - least) <= room;
  if (hasLost && alike.some(mayBeHidden)) return undefined;
  if (others.length === 0) return most - least < leastApart ? only : undefined;
  if (hasMovedAlong && found.isBetween && !others.some((other) => overlaps(other, between))) return only;
  const apart = Math.max(leastApart, margin * (most - least));
  return others.every(({ start }) => Math.abs(start - only.start) >= apart) ? only : undefined;
}

function copiesOf(text: string, quote: string): Range[] {
  const found: Range[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    found.push({ start, end: start + quote.length });
  }
  return found;
}
