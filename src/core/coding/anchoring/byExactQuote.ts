import type { Coding } from '../coding';
import type { Strategy } from './strategy';

/** How much of the context must agree, 0 to 1: without it, a lone copy may be another passage's words. */
const leastContext = 0.5;
/** How much better than the second best a copy must fit. */
const margin = 0.2;
/** More copies than this tell nothing apart that context could. */
const mostCopies = 500;

/**
 * The same words stand elsewhere: the copy whose context fits is taken, if it fits clearly better than any
 * other; copies that fit alike are ambiguous.
 */
export const byExactQuote: Strategy = (text, coding) => {
  const copies = copiesOf(text, coding)
    .map((start) => ({ start, fit: contextFit(text, start, coding) }))
    .filter(({ fit }) => fit >= leastContext)
    .sort((a, b) => b.fit - a.fit || Math.abs(a.start - coding.start) - Math.abs(b.start - coding.start));
  const [best, second] = copies;
  if (!best) return undefined;
  const clear = !second || best.fit - second.fit >= margin;
  return clear
    ? { start: best.start, end: best.start + coding.quote.length, anchor: 'moved' }
    : { start: coding.start, end: coding.end, anchor: 'ambiguous' };
};

function copiesOf(text: string, { quote }: Coding): number[] {
  const copies: number[] = [];
  for (
    let at = text.indexOf(quote);
    at !== -1 && copies.length <= mostCopies;
    at = text.indexOf(quote, at + 1)
  ) {
    copies.push(at);
  }
  return copies;
}

/** The better of the two sides' shares of agreeing context, raised towards 1 by what the other side adds. */
function contextFit(text: string, start: number, { quote, prefix, suffix }: Coding): number {
  const before = share(commonSuffix(prefix, text, start), prefix.length);
  const after = share(commonPrefix(suffix, text, start + quote.length), suffix.length);
  return Math.max(before, after) * 0.75 + Math.min(before, after) * 0.25;
}

function share(agreeing: number, length: number): number {
  return length === 0 ? 0.5 : agreeing / length;
}

function commonSuffix(prefix: string, text: string, end: number): number {
  let length = 0;
  while (
    length < prefix.length &&
    length < end &&
    prefix[prefix.length - 1 - length] === text[end - 1 - length]
  )
    length++;
  return length;
}

function commonPrefix(suffix: string, text: string, start: number): number {
  let length = 0;
  while (length < suffix.length && suffix[length] === text[start + length]) length++;
  return length;
}
