import type { Strategy } from './strategy';

/** The quote still stands at its own offsets. */
export const atItsPosition: Strategy = (text, { start, end, quote }) =>
  end - start === quote.length && text.startsWith(quote, start) ? { start, end, anchor: 'exact' } : undefined;
