import { overlaps, type Range } from '../../text/range';
import { sameWords } from '../../text/words';
import { type AnchoredCoding, type Coding, isPlaced } from '../coding';
import { isOnlyLikeness } from './bySimilarity';
import { commonPrefix, commonSuffix, contextFit, wordQuote } from './context';
import { leastTelling } from './movedCopy';
import { unplaced } from './placement';

/** How many of the nearest codings on either side say whether one is where it may be. */
const witnesses = 2;
/** Where the context fits as well as this, 0 to 1, a passage may have been cut and pasted, past others; a word, with all. */
const certain = 0.95;
/** How much more or less than all of them a coding may have moved, in UTF-16 units: about a long sentence. */
const mostApart = 150;
/** How much a coding may have moved otherwise than its neighbors without notice, in UTF-16 units, or a short one at all. */
const slack = 40;
/** How much may be taken out beside it without notice, in UTF-16 units. */
const tolerance = 8;
/** Where less than this stands right beside it as it did, in UTF-16 units, it has no context on that side. */
const leastSide = 4;

/**
 * Codings as they were found one by one in a text, without the guesses that the others speak against: one that
 * was found elsewhere by little, past the codings between which it was made or far from where they went, may
 * stand on other words that say the same. Guesses and strays do not speak for
 * others, nor do those that moved like no other for a short one.
 */
export function inOrder(text: string, found: readonly AnchoredCoding[]): readonly AnchoredCoding[] {
  const guesses = new Set(found.filter((one) => isGuess(text, one)));
  if (guesses.size === 0) return found;
  const placed = found.filter(isPlaced).sort((a, b) => a.coding.start - b.coding.start);
  const indexOf = new Map(placed.map((one, index) => [one, index]));
  const strayed = new Set(strays(found));
  const isSure = (other: AnchoredCoding) => !guesses.has(other) && !strayed.has(other);
  // Of twins that are left of a passage and its neighbor, each says that the other is right.
  const isOnlyOne = (other: AnchoredCoding) => {
    const index = indexOf.get(other)!;
    const near = [...nearest(placed, index, -1, isSure), ...nearest(placed, index, 1, isSure)];
    return near.length > 0 && !keepsDistance(other, near);
  };
  return found.map((one) => {
    if (!guesses.has(one)) return one;
    const index = indexOf.get(one)!;
    const isShort = one.coding.quote.length < leastTelling;
    const isKnown = (other: AnchoredCoding) => isSure(other) && !(isShort && isOnlyOne(other));
    const known = [...nearest(placed, index, -1, isKnown), ...nearest(placed, index, 1, isKnown)];
    // Where all are guesses, none is believed against the others.
    const near = known.length > 0 ? known : [...nearest(placed, index, -1), ...nearest(placed, index, 1)];
    const most = one.anchor === 'moved' && (isShort || isOneSided(text, one)) ? slack : mostApart;
    const isNear = () =>
      keepsDistance(one, near, most) ||
      isBetweenInserted(one, near) ||
      (one.anchor === 'moved' && hasItsContext(text, one));
    if (isWord(one.coding) && !isBetweenWitnesses(one, near) && fitAt(text, one) < 1) return doubted(one);
    // Where no others tell, the beginning of the text does, of a short one.
    const isAlone =
      near.length === 0 && (!isShort || one.anchor !== 'moved' || Math.abs(shiftOf(one)) <= slack);
    const isLikely = isAlone || (near.length > 0 && keepsOrder(one, near) && isNear());
    return isLikely ? one : doubted(one);
  });
}

/**
 * The codings that moved otherwise than the others: past them, or by another distance than those on both sides. They
 * were cut and pasted, or what was found are other words that say the same.
 */
export function strays(found: readonly AnchoredCoding[]): AnchoredCoding[] {
  const placed = found.filter(isPlaced).sort((a, b) => a.coding.start - b.coding.start);
  const inLine = new Set(longestRising(placed.map(({ start }) => start)));
  return placed.filter((one, index) => {
    if (!inLine.has(index)) return true;
    const near = [...nearest(placed, index, -1), ...nearest(placed, index, 1)];
    const least = Math.min(...near.map(shiftOf));
    const most = Math.max(...near.map(shiftOf));
    return shiftOf(one) < least - slack || shiftOf(one) > most + slack;
  });
}

/** The indices of a longest subsequence of numbers that never falls (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! <= number) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = index;
  }
  const rising: number[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at]!) rising.push(at);
  return rising;
}

function doubted({ coding }: AnchoredCoding): AnchoredCoding {
  return { coding, ...unplaced(coding, 'ambiguous') };
}

function isBetweenWitnesses({ coding }: AnchoredCoding, near: readonly AnchoredCoding[]): boolean {
  return (
    near.some((other) => other.coding.end <= coding.start) &&
    near.some((other) => other.coding.start >= coding.end)
  );
}

function isGuess(text: string, one: AnchoredCoding): boolean {
  const { coding, anchor } = one;
  if (anchor === 'edited') return true;
  if (anchor !== 'moved' || hasItsContext(text, one)) return anchor === 'moved' && isWord(coding);
  return coding.quote.length < leastTelling || !isOnlyLikeness(text, coding, one);
}

/** A word is said anywhere: where it went past others, its context may have been copied with it. */
function isWord({ quote }: Coding): boolean {
  return quote.length < wordQuote;
}

function hasItsContext(text: string, one: AnchoredCoding): boolean {
  return fitAt(text, one) >= (isWord(one.coding) ? 1 : certain);
}

/** Whether nothing stands on one side as it stood: words that were said twice have one side in common at times. */
function isOneSided(text: string, { coding, start, end }: AnchoredCoding): boolean {
  const { before, after, words } = around(text, { start, end }, coding);
  return (
    commonSuffix(words.prefix, before, before.length) < Math.min(leastSide, words.prefix.length) ||
    commonPrefix(words.suffix, after, 0) < Math.min(leastSide, words.suffix.length)
  );
}

/** How much of the context stands around a place. */
function fitAt(text: string, { coding, start, end }: AnchoredCoding): number {
  const { before, after, words } = around(text, { start, end }, coding);
  return contextFit(before + words.quote + after, before.length, words);
}

/** What stands around a place, and what stood there, whatever the white space and the composition of letters. */
function around(text: string, { start, end }: Range, { quote, prefix, suffix }: Coding) {
  const most = 2 * Math.max(prefix.length, suffix.length);
  return {
    before: sameWords(text.slice(Math.max(0, start - most), start)),
    after: sameWords(text.slice(end, end + most)),
    words: { quote: sameWords(quote), prefix: sameWords(prefix), suffix: sameWords(suffix) },
  };
}

function nearest(
  placed: readonly AnchoredCoding[],
  index: number,
  step: 1 | -1,
  isWitness: (other: AnchoredCoding) => boolean = () => true,
): AnchoredCoding[] {
  const found: AnchoredCoding[] = [];
  const { coding } = placed[index]!;
  for (let at = index + step; at >= 0 && at < placed.length && found.length < witnesses; at += step) {
    const other = placed[at]!;
    if (!overlaps(other.coding, coding) && isWitness(other)) found.push(other);
  }
  return found;
}

function keepsOrder(one: AnchoredCoding, near: readonly AnchoredCoding[]): boolean {
  const passed = near.filter((other) => one.coding.start < other.coding.start !== one.start < other.start);
  return passed.length === 0;
}

function keepsDistance(one: AnchoredCoding, near: readonly AnchoredCoding[], most = mostApart): boolean {
  return near.some((other) => Math.abs(shiftOf(one) - shiftOf(other)) <= most);
}

/** Whether text only came before and behind a coding, as far as those on both sides tell, and none was taken out. */
function isBetweenInserted(one: AnchoredCoding, near: readonly AnchoredCoding[]): boolean {
  const before = near.filter(({ coding }) => coding.end <= one.coding.start).map(shiftOf);
  const after = near.filter(({ coding }) => coding.start >= one.coding.end).map(shiftOf);
  const shift = shiftOf(one);
  return (
    before.length > 0 &&
    after.length > 0 &&
    Math.max(...before) <= shift + tolerance &&
    Math.min(...after) >= shift - tolerance
  );
}

/** By how much a coding has moved, in UTF-16 units. */
export function shiftOf({ coding, start }: AnchoredCoding): number {
  return start - coding.start;
}
