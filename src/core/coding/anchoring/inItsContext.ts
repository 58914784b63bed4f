import { isSaidOnce } from '../../text/words';
import type { Coding } from '../coding';
import { onlyPlace } from './movedCopy';
import { type Placement, placedAt } from './placement';

/** The least context on either side that can tell a place, in UTF-16 units. */
const leastContext = 12;
/** A quote of this length, in UTF-16 units, does not stand in two places by chance. */
const telling = 16;

/**
 * Quote and context stand somewhere, word for word, and neither side of the context stands anywhere else, nor does the
 * quote, or a short one with what is right beside it.
 */
export function inItsContext(text: string, coding: Coding): Placement | undefined {
  const { quote, prefix, suffix } = coding;
  if (Math.min(prefix.length, suffix.length) < leastContext) return undefined;
  const place = onlyPlace(text, prefix + quote + suffix);
  if (place === undefined) return undefined;
  if (!isSaidOnce(text, prefix) || !isSaidOnce(text, suffix)) return undefined;
  const selves =
    quote.length >= telling
      ? [quote]
      : [prefix.slice(-leastContext) + quote, quote + suffix.slice(0, leastContext)];
  if (!selves.every((words) => isSaidOnce(text, words))) return undefined;
  const start = place + prefix.length;
  return placedAt(text, coding, { start, end: start + quote.length });
}
