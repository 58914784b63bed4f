import type { Coding } from '../coding';
import { contextFit } from './context';
import type { Strategy } from './strategy';

/** The quote still stands at its own offsets and nothing around it has changed, as far as its context tells. */
export const atItsPosition: Strategy = (text, coding) =>
  standsThere(text, coding) && (hasNoContext(coding) || contextFit(text, coding.start, coding) === 1)
    ? { start: coding.start, end: coding.end, anchor: 'exact' }
    : undefined;

/** The quote stands at its own offsets and no copy has its context: what is around it was edited. */
export const atItsPositionAnyway: Strategy = (text, coding) =>
  standsThere(text, coding) ? { start: coding.start, end: coding.end, anchor: 'exact' } : undefined;

function standsThere(text: string, { start, end, quote }: Coding): boolean {
  return end - start === quote.length && text.startsWith(quote, start);
}

function hasNoContext({ prefix, suffix }: Coding): boolean {
  return prefix === '' && suffix === '';
}
