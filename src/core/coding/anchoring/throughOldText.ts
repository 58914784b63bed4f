import { untouched } from '../../text/edits';
import type { Range } from '../../text/range';
import type { AnchoredCoding, Coding } from '../coding';
import { contextFit, leastContext } from './context';
import { movedCopy, onlyPlace } from './movedCopy';
import { type Placement, placedAt, standsAt, unplaced } from './placement';
import { fateOf, type TextDifference } from './throughDiff';

/** True where a coding stands in a text where it says it does, context included, and nothing else says that. */
export function wasMadeIn(text: string, coding: Coding): boolean {
  const { start, end, prefix, suffix } = coding;
  if (!standsAt(text, coding) || !text.endsWith(prefix, start) || !text.startsWith(suffix, end)) return false;
  return onlyPlace(text, prefix + coding.quote + suffix) !== undefined;
}

/**
 * Finds a coding by the difference between a text in which it stood at its own offsets and the text as it now
 * is; undefined where the old text is not the one it was made in.
 */
export function anchorThrough(difference: TextDifference, coding: Coding): AnchoredCoding | undefined {
  if (!wasMadeIn(difference.before, coding)) return undefined;
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
  if ('either' in fate) return unplaced(coding, fits(after, coding, fate.either) ? 'ambiguous' : 'orphan');
  return placedAt(after, coding, fate);
}

/** Whether what only one reading takes for the coding has the context for it. */
function fits(after: string, coding: Coding, { start, end }: Range): boolean {
  const isCopy = end - start === coding.quote.length && after.startsWith(coding.quote, start);
  return !isCopy || contextFit(after, start, coding) >= leastContext;
}
