import { untouched } from '../../text/edits';
import type { Range } from '../../text/range';
import type { AnchoredCoding, Coding } from '../coding';
import { contextFit, leastContext } from './context';
import { movedCopy, onlyPlace } from './movedCopy';
import { type Placement, placedAt, standsAt, unplaced } from './placement';
import { fateOf, type TextDifference } from './throughDiff';

/**
 * Those of some codings that were made in a text: they stand there where they say they do, context included, and
 * nothing else says that, or others on both sides that nothing else says, or all, stand where they say they do too.
 * @param all every coding of the transcript
 */
export function madeIn(text: string, codings: readonly Coding[], all: readonly Coding[]): Coding[] {
  const standing = codings.filter((coding) => standsInContext(text, coding));
  if (standing.length === 0) return [];
  const known = all.filter((coding) => standsInContext(text, coding) && isSaidOnly(text, coding));
  if (known.length > 0 && all.every((coding) => standsInContext(text, coding))) return standing;
  const witnesses = new Set(known);
  return standing.filter((coding) => {
    if (witnesses.has(coding)) return true;
    const hasBefore = known.some(({ end }) => end <= coding.start);
    const hasAfter = known.some(({ start }) => start >= coding.end);
    return hasBefore && hasAfter;
  });
}

function standsInContext(text: string, coding: Coding): boolean {
  const { start, end, prefix, suffix } = coding;
  return standsAt(text, coding) && text.endsWith(prefix, start) && text.startsWith(suffix, end);
}

function isSaidOnly(text: string, { prefix, quote, suffix }: Coding): boolean {
  return onlyPlace(text, prefix + quote + suffix) !== undefined;
}

/** Finds a coding by the difference between the text that it was made in and the text as it now is. */
export function anchorThrough(difference: TextDifference, coding: Coding): AnchoredCoding {
  return { coding, ...placementThrough(difference, coding) };
}

function placementThrough(difference: TextDifference, coding: Coding): Placement {
  const { before, after } = difference;
  const range: Range = { start: coding.start, end: coding.end };
  const fate = fateOf(difference, untouched(range));
  if (fate === 'gone') {
    const moved = movedCopy(before, after, range);
    return moved ? placedAt(after, coding, moved) : unplaced(coding, 'orphan');
  }
  if ('either' in fate) return unplaced(coding, eitherAnchor(after, coding, fate.either));
  return placedAt(after, coding, fate);
}

/** How a coding is listed that only one reading takes for what stands at a place: it has the context for it or not. */
export function eitherAnchor(after: string, coding: Coding, { start, end }: Range): 'ambiguous' | 'orphan' {
  const isCopy = end - start === coding.quote.length && after.startsWith(coding.quote, start);
  return !isCopy || contextFit(after, start, coding) >= leastContext ? 'ambiguous' : 'orphan';
}
