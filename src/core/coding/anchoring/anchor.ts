import type { Range } from '../../text/range';
import type { AnchoredCoding, Coding } from '../coding';
import { atItsPosition, atItsPositionAnyway } from './atItsPosition';
import { bySimilarity } from './bySimilarity';
import { inItsContext } from './inItsContext';
import { type Placement, standsAt, unplaced } from './placement';
import { type TextDifference, throughDiff } from './throughDiff';
import { withoutContext } from './withoutContext';

/** One way to find a coding in a text; undefined where it cannot tell and the next one is asked. */
type Strategy = (text: string, coding: Coding) => Placement | undefined;

/** The cheapest first (the order of Hypothesis' client). */
const strategies: readonly Strategy[] = [
  atItsPosition,
  inItsContext,
  withoutContext,
  bySimilarity,
  atItsPositionAnyway,
];

/**
 * Finds where a coding stands in the transcript's text as it now is. A wrong guess is worse than none: what
 * no strategy can place is an orphan, with its old offsets.
 */
export function anchor(text: string, coding: Coding): AnchoredCoding {
  for (const strategy of strategies) {
    const placement = strategy(text, coding);
    if (placement) return { coding, ...placement };
  }
  return { coding, ...unplaced(coding, 'orphan') };
}

/**
 * Finds a coding by the difference between a text in which it stood at its own offsets and the text as it now
 * is; undefined where the old text is not the one it was made in.
 */
export function anchorThrough(difference: TextDifference, coding: Coding): AnchoredCoding | undefined {
  if (!wasMadeIn(difference.before, coding)) return undefined;
  const range: Range = { start: coding.start, end: coding.end };
  return { coding, ...throughDiff(difference, coding, range) };
}

/** True where a coding stands in a text where it says it does, context included. */
export function wasMadeIn(text: string, coding: Coding): boolean {
  const { start, end, prefix, suffix } = coding;
  return standsAt(text, coding) && text.endsWith(prefix, start) && text.startsWith(suffix, end);
}
