import { isSaidOnce } from '../../text/words';
import type { Coding } from '../coding';
import { type Placement, standsAt } from './placement';

/** A quote of this length, in UTF-16 units, is not said at the same offset twice by chance. */
const telling = 16;

/** The quote still stands at its own offsets and nothing around it has changed, as far as its context tells. */
export function atItsPosition(text: string, coding: Coding): Placement | undefined {
  const { start, end, prefix, suffix } = coding;
  if (!standsAt(text, coding)) return undefined;
  if (prefix === '' && suffix === '') return { start, end, anchor: 'exact' };
  const isAsBefore = prefix === '' ? start === 0 : text.endsWith(prefix, start);
  const isAsAfter = suffix === '' ? end === text.length : text.startsWith(suffix, end);
  return isAsBefore && isAsAfter ? { start, end, anchor: 'exact' } : undefined;
}

/** The quote stands at its own offsets and nowhere else: what is around it was edited. */
export function atItsPositionAnyway(text: string, coding: Coding): Placement | undefined {
  const { start, end, quote } = coding;
  const isTelling = quote.length >= telling && standsAt(text, coding) && isSaidOnce(text, quote);
  return isTelling ? { start, end, anchor: 'exact' } : undefined;
}
