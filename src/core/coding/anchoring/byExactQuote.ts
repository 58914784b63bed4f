import type { Coding } from '../coding';
import { contextFit, leastContext } from './context';
import type { Strategy } from './strategy';

/** How much better than the second best a copy must fit. */
const margin = 0.2;

/**
 * The same words still stand somewhere: the copy whose context fits is taken, if it fits clearly better than
 * any other; copies that fit alike are ambiguous, even where one stands at the old offsets, since a twin that
 * was inserted before the coded passage stands there too.
 */
export const byExactQuote: Strategy = (text, coding) => {
  const { quote, start, end } = coding;
  let best = { start: -1, fit: 0 };
  let secondFit = 0;
  for (const copy of copiesOf(text, coding)) {
    const fit = contextFit(text, copy, coding);
    if (fit > best.fit) {
      secondFit = best.fit;
      best = { start: copy, fit };
    } else if (fit > secondFit) secondFit = fit;
  }
  if (best.fit < leastContext) return undefined;
  const clear = secondFit < leastContext || best.fit - secondFit >= margin;
  if (!clear) return { start, end, anchor: 'ambiguous' };
  return {
    start: best.start,
    end: best.start + quote.length,
    anchor: best.start === start ? 'exact' : 'moved',
  };
};

function* copiesOf(text: string, { quote }: Coding): Generator<number> {
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) yield at;
}
