import type { Coding } from '../coding';
import { leastTelling, onlyPlace } from './movedCopy';
import { type Placement, placedAt, unplaced } from './placement';

/** A coding whose maker stored no context is known by its words alone, if these are many and stand once. */
export function withoutContext(text: string, coding: Coding): Placement | undefined {
  const { quote, prefix, suffix } = coding;
  if (prefix !== '' || suffix !== '') return undefined;
  if (!text.includes(quote)) return undefined;
  const start = quote.length >= leastTelling ? onlyPlace(text, quote) : undefined;
  return start === undefined
    ? unplaced(coding, 'ambiguous')
    : placedAt(text, coding, { start, end: start + quote.length });
}
