import type { AnchoredCoding, Coding } from '../coding';
import { atItsPosition } from './atItsPosition';
import { byExactQuote } from './byExactQuote';

/** Where a strategy says a coding stands; undefined where it cannot tell and the next one is asked. */
export type Placement = Omit<AnchoredCoding, 'coding'> | undefined;

/** One way to find a coding in a text, the cheapest first (the order of Hypothesis' client). */
export type Strategy = (text: string, coding: Coding) => Placement;

const strategies: readonly Strategy[] = [atItsPosition, byExactQuote];

/**
 * Finds where a coding stands in the transcript's text as it now is. A wrong guess is worse than none: what
 * no strategy can place is an orphan, with its old offsets.
 */
export function anchor(text: string, coding: Coding): AnchoredCoding {
  for (const strategy of strategies) {
    const placement = strategy(text, coding);
    if (placement) return { coding, ...placement };
  }
  return { coding, start: coding.start, end: coding.end, anchor: 'orphan' };
}
