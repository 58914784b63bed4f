import type { AnchoredCoding, Coding } from '../coding';
import { atItsPosition, atItsPositionAnyway } from './atItsPosition';
import { bySimilarity } from './bySimilarity';
import { inItsContext } from './inItsContext';
import { type Placement, unplaced } from './placement';
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
