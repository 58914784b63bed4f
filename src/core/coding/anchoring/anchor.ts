import type { AnchoredCoding, Coding } from '../coding';
import { atItsPosition, atItsPositionAnyway } from './atItsPosition';
import { byExactQuote } from './byExactQuote';
import type { Strategy } from './strategy';

const strategies: readonly Strategy[] = [atItsPosition, byExactQuote, atItsPositionAnyway];

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
