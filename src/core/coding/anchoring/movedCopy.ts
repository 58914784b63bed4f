import { placesOf } from '../../text/places';
import type { Range } from '../../text/range';
import { isInWord, isSaidOnce, sameWords } from '../../text/words';
import { selectQuote } from '../coding';
import { hasSeamTwice, shareTwice } from './evidence';
import { twinsInARow } from './repeats';

/** What is shorter may stand in two places by chance, in UTF-16 units. */
export const leastTelling = 24;
/** How much of the text on either side of a passage is looked for along with it, in UTF-16 units. */
const around = 12;

/**
 * Where a passage of the old text stands now that was cut and pasted elsewhere: it, or a short one with what stood
 * before and after it, stands once in the old text and once in the new, and no part of it anywhere else.
 */
export function movedCopy(before: string, after: string, { start, end }: Range): Range | undefined {
  const selected = selectQuote(before, { start, end });
  const { quote, prefix, suffix } = selected;
  const beside = prefix.slice(-around);
  const selves = [beside + quote + suffix.slice(0, around), ...(quote.length >= leastTelling ? [quote] : [])];
  const self = selves.find(
    (words) => onlyPlace(after, words) !== undefined && isSaidOnce(after, words) && isSaidOnce(before, words),
  );
  if (self === undefined) return undefined;
  const said = sameWords(after);
  if (hasSeamTwice(said, selected) || shareTwice(said, quote) > 0) return undefined;
  const place = after.indexOf(self) + (self === quote ? 0 : beside.length);
  const range = { start: place, end: place + quote.length };
  const isPartOfWord =
    (isInWord(after, range.start) && !isInWord(before, start)) ||
    (isInWord(after, range.end) && !isInWord(before, end));
  const isDoubled = twinsInARow(after, range) > twinsInARow(before, { start, end });
  return isPartOfWord || isDoubled ? undefined : range;
}

/** Where words stand in a text, if they stand there once. */
export function onlyPlace(text: string, words: string): number | undefined {
  const [place, other] = placesOf(text, words, 2);
  return other === undefined ? place : undefined;
}
