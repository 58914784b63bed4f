import type { Range } from '../../text/range';
import { isInWord, isSaidOnce } from '../../text/words';
import { twinsInARow } from './repeats';

/** What is shorter may stand in two places by chance, in UTF-16 units. */
export const leastTelling = 24;
/** How much of the text around a short passage is looked for along with it, in UTF-16 units. */
const around = 32;

/**
 * Where a passage of the old text stands now that was cut and pasted elsewhere: it, or a short one with what stood
 * before or after it, stands once in the old text and once in the new.
 */
export function movedCopy(before: string, after: string, { start, end }: Range): Range | undefined {
  const selves =
    end - start >= leastTelling
      ? [{ start, end }]
      : [
          { start: Math.max(0, start - around), end },
          { start, end: Math.min(before.length, end + around) },
        ];
  const places = new Set<number>();
  for (const self of selves) {
    const words = before.slice(self.start, self.end);
    const place = onlyPlace(after, words);
    if (place === undefined || !isSaidOnce(after, words) || !isSaidOnce(before, words)) continue;
    const beside = [before.slice(self.start, start), before.slice(end, self.end)].join('');
    // A short one moved along with what stood beside it, which stands nowhere else then.
    if (beside === '' || isSaidOnce(after, beside)) places.add(place + start - self.start);
  }
  if (places.size !== 1) return undefined;
  const [place] = places;
  const range = { start: place!, end: place! + end - start };
  const isPartOfWord =
    (isInWord(after, range.start) && !isInWord(before, start)) ||
    (isInWord(after, range.end) && !isInWord(before, end));
  const isDoubled = twinsInARow(after, range) > twinsInARow(before, { start, end });
  return isPartOfWord || isDoubled ? undefined : range;
}

/** Where words stand in a text, if they stand there once. */
export function onlyPlace(text: string, words: string): number | undefined {
  const place = text.indexOf(words);
  return place !== -1 && text.indexOf(words, place + 1) === -1 ? place : undefined;
}
