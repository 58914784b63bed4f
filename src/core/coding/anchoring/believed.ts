import { overlaps, type Range } from '../../text/range';
import { sameWords } from '../../text/words';
import { type AnchoredCoding, isPlaced } from '../coding';
import { besideOf, hasFirmEnds, seamsTwice, shareElsewhere, shareTwice } from './evidence';
import { shiftOf } from './inOrder';
import { unplaced } from './placement';

/** How much more or less than those around it one may have moved, in UTF-16 units. */
const mostApart = 40;
/** How much of a passage that was edited, or what is around it, 0 to 1, must be said twice for it to be one of two. */
const leastCopied = 0.5;

/** A coding that was found by its words, with what speaks for its place. */
interface Evidence {
  readonly one: AnchoredCoding;
  /** Whether all of its words and context stand there. */
  readonly isWhole: boolean;
  /** Whether all of its words and one side of its context do. */
  readonly isHalf: boolean;
  /** The places of the words around an end of it, for either end where these stand elsewhere too. */
  readonly twice: readonly (readonly Range[])[];
}

/** Those that nothing speaks against, in the order in which they were made. */
interface Witnesses {
  readonly sure: readonly AnchoredCoding[];
  /** How many of those with all of their context one has passed. */
  readonly passedOf: (one: AnchoredCoding) => number;
}

/**
 * Codings as they were found by their words, without those that too little speaks for: an edited one must stand firmly
 * on both ends, one that went past others needs all of its context, and one whose ends stand elsewhere too must be the
 * only such place where its neighbors went.
 * @param isSearched whether one was found by its words, and not followed
 */
export function believed(
  text: string,
  found: readonly AnchoredCoding[],
  isSearched: (one: AnchoredCoding) => boolean,
): readonly AnchoredCoding[] {
  const said = sameWords(text);
  const evidences = found.filter(isPlaced).map((one) => evidenceOf(text, said, one));
  const sure = evidences
    .filter(({ isHalf, twice }) => isHalf && twice.length === 0)
    .sort((a, b) => a.one.coding.start - b.one.coding.start);
  const whole = sure.filter(({ isWhole }) => isWhole).map(({ one }) => one);
  const witnesses = { sure: sure.map(({ one }) => one), passedOf: countOfPassed(whole) };
  const isDoubt = (evidence: Evidence) =>
    isSearched(evidence.one) && !isBelieved(text, said, evidence, witnesses);
  const doubted = new Set(evidences.filter(isDoubt).map(({ one }) => one));
  return found.map((one) =>
    doubted.has(one) ? { coding: one.coding, ...unplaced(one.coding, 'ambiguous') } : one,
  );
}

function evidenceOf(text: string, said: string, one: AnchoredCoding): Evidence {
  const { isWholeBefore, isWholeAfter } = besideOf(text, one, one.coding);
  const isHalf = one.anchor !== 'edited' && (isWholeBefore || isWholeAfter);
  const isWhole = isHalf && isWholeBefore && isWholeAfter;
  // What stands where it was made is what it was, whoever says the same.
  const twice = isWhole && one.anchor === 'exact' ? [] : seamsTwice(said, one.coding);
  return { one, isWhole, isHalf, twice };
}

function isBelieved(
  text: string,
  said: string,
  { one, isWhole, twice }: Evidence,
  { sure, passedOf }: Witnesses,
): boolean {
  const isTwice = twice.length > 0;
  if (isWhole && !isTwice) return true;
  const passed = passedOf(one);
  if (passedBy(one, sure).some((other) => passedOf(other) <= passed)) return false;
  const isOneOfTwo = isTwice || (!isWhole && shareTwice(said, one.coding.quote) >= leastCopied);
  if (one.anchor === 'edited') {
    return !isOneOfTwo && hasFirmEnds(text, one, one.coding) && !isElsewhere(text, said, one);
  }
  return !isOneOfTwo || isOnlyOne(text, said, one, twice, sure);
}

/** Whether much of an edited one stands somewhere else, in pieces. */
function isElsewhere(text: string, said: string, { coding, start, end }: AnchoredCoding): boolean {
  return shareElsewhere(said, text.slice(start, end), coding.quote) >= leastCopied;
}

/** Those that one was made before and stands behind now, or the other way round. */
function passedBy(one: AnchoredCoding, others: readonly AnchoredCoding[]): AnchoredCoding[] {
  return others.filter(
    (other) =>
      !overlaps(other.coding, one.coding) &&
      other.coding.start < one.coding.start !== other.start < one.start,
  );
}

/** How many of some each one passed, counted once. */
function countOfPassed(others: readonly AnchoredCoding[]): (one: AnchoredCoding) => number {
  const counts = new Map<AnchoredCoding, number>();
  return (one) => {
    const known = counts.get(one) ?? passedBy(one, others).length;
    counts.set(one, known);
    return known;
  };
}

/** Whether of the places that may be one only this is where those before and after it went. */
function isOnlyOne(
  text: string,
  said: string,
  one: AnchoredCoding,
  twice: Evidence['twice'],
  sure: readonly AnchoredCoding[],
): boolean {
  const passed = new Set(passedBy(one, sure));
  const others = sure.filter((other) => !passed.has(other));
  const before = others.findLast(({ coding }) => coding.end <= one.coding.start);
  const after = others.find(({ coding }) => coding.start >= one.coding.end);
  const between = {
    start: before ? sameWords(text.slice(0, before.end)).length : 0,
    end: after ? sameWords(text.slice(0, after.start)).length : said.length,
  };
  const shifts = before && after ? [shiftOf(before), shiftOf(after)] : undefined;
  const isAlong = (shift: number, slack: number) =>
    !shifts || (shift >= Math.min(...shifts) - slack && shift <= Math.max(...shifts) + slack);
  const at = sameWords(text.slice(0, one.start)).length;
  const mayBeIt = (place: Range) =>
    overlaps(place, between) && isAlong(shiftOf(one) + place.start - at, mostApart + one.coding.quote.length);
  // Where only its own words are said twice, these two alone tell.
  if (twice.length === 0 && !shifts) return false;
  return isAlong(shiftOf(one), mostApart) && twice.every((places) => places.filter(mayBeIt).length < 2);
}
