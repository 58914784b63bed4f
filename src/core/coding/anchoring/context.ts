import type { Coding } from '../coding';

/** Words with what stands around them. */
export type Selected = Pick<Coding, 'quote' | 'prefix' | 'suffix'>;

/** How much of the context must agree, 0 to 1: without it, a copy may be another passage's words. */
export const leastContext = 0.5;

/** Quotes below this length ("Ja, zeker.") are said more than once, so that one side's context is no proof. */
const shortQuote = 16;
/** What a short quote needs on both sides... */
const leastSide = 0.25;
/** ...and one below this length ("Ja."), of which the context is all there is. */
export const wordQuote = 8;
const leastWordSide = 0.6;

/**
 * How well the context of a coding fits at a place where its quote stands, 0 to 1: the better of the two sides'
 * shares of agreeing context counts for three quarters. A short quote of which one side differs does not fit.
 */
export function contextFit(text: string, start: number, { quote, prefix, suffix }: Selected): number {
  const end = start + quote.length;
  const before = prefix === '' ? edgeFit(start === 0) : commonSuffix(prefix, text, start) / prefix.length;
  const after =
    suffix === '' ? edgeFit(end === text.length) : commonPrefix(suffix, text, end) / suffix.length;
  return fitOf(before, after, quote);
}

/** The fit of a quote of whose context these shares agree, 0 to 1. */
export function fitOf(before: number, after: number, quote: string): number {
  const least = quote.length < wordQuote ? leastWordSide : quote.length < shortQuote ? leastSide : 0;
  return Math.min(before, after) < least ? 0 : fitOfSides(before, after);
}

/** The fit of any quote of whose context these shares agree, 0 to 1. */
export function fitOfSides(before: number, after: number): number {
  return Math.max(before, after) * 0.75 + Math.min(before, after) * 0.25;
}

/** No context: the coding stood at the edge of the text, or its maker stored none. */
function edgeFit(atEdge: boolean): number {
  return atEdge ? 1 : 0.5;
}

/** How many of the last units of a prefix stand before an offset. */
export function commonSuffix(prefix: string, text: string, end: number): number {
  let length = 0;
  while (
    length < prefix.length &&
    length < end &&
    prefix[prefix.length - 1 - length] === text[end - 1 - length]
  )
    length++;
  return length;
}

/** How many of the first units of a suffix stand at an offset. */
export function commonPrefix(suffix: string, text: string, start: number): number {
  let length = 0;
  while (length < suffix.length && suffix[length] === text[start + length]) length++;
  return length;
}
