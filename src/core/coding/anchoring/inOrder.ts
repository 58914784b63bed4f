import { overlaps } from '../../text/range';
import { type AnchoredCoding, isPlaced } from '../coding';
import { contextFit } from './context';
import { unplaced } from './placement';

/** How many of the nearest codings on either side say whether one is where it may be. */
const witnesses = 2;
/** Where the context fits as well as this, 0 to 1, a passage may have been cut and pasted, past others. */
const certain = 0.95;
/** How much more or less than all of them a coding may have moved, in UTF-16 units: about a turn. */
const mostApart = 600;

/**
 * Codings as they were found one by one in a text, without the guesses that the others speak against: one that
 * was found elsewhere by little, past the codings between which it was made or far from where they went, may
 * stand on other words that say the same.
 */
export function inOrder(text: string, found: readonly AnchoredCoding[]): readonly AnchoredCoding[] {
  const guesses = new Set(found.filter((one) => isGuess(text, one)));
  if (guesses.size === 0) return found;
  const placed = found.filter(isPlaced).sort((a, b) => a.coding.start - b.coding.start);
  const indexOf = new Map(placed.map((one, index) => [one, index]));
  return found.map((one) => {
    if (!guesses.has(one)) return one;
    const near = [...nearest(placed, indexOf.get(one)!, -1), ...nearest(placed, indexOf.get(one)!, 1)];
    const isLikely = near.length === 0 || (keepsOrder(one, near) && keepsDistance(one, near));
    return isLikely ? one : { coding: one.coding, ...unplaced(one.coding, 'ambiguous') };
  });
}

function isGuess(text: string, { coding, start, anchor }: AnchoredCoding): boolean {
  return anchor === 'edited' || (anchor === 'moved' && contextFit(text, start, coding) < certain);
}

function nearest(placed: readonly AnchoredCoding[], index: number, step: 1 | -1): AnchoredCoding[] {
  const found: AnchoredCoding[] = [];
  const { coding } = placed[index]!;
  for (let at = index + step; at >= 0 && at < placed.length && found.length < witnesses; at += step) {
    if (!overlaps(placed[at]!.coding, coding)) found.push(placed[at]!);
  }
  return found;
}

function keepsOrder(one: AnchoredCoding, near: readonly AnchoredCoding[]): boolean {
  const passed = near.filter((other) => one.coding.start < other.coding.start !== one.start < other.start);
  return passed.length * 2 < near.length;
}

function keepsDistance(one: AnchoredCoding, near: readonly AnchoredCoding[]): boolean {
  const shift = ({ coding, start }: AnchoredCoding) => start - coding.start;
  return near.some((other) => Math.abs(shift(one) - shift(other)) <= mostApart);
}
