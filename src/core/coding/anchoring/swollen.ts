import type { Range } from '../../text/range';

/** What may come into a short passage, in UTF-16 units, beyond as much again as it was long. */
const spare = 24;

/**
 * Whether a place holds so much more than a passage did that it is no longer that passage: where the edits were not
 * seen, two ends that stand far apart may be of two copies.
 */
export function isSwollen(passage: Range, place: Range): boolean {
  return place.end - place.start > 2 * (passage.end - passage.start) + spare;
}

/** The part of a place that has all the words, letter by letter, where one has: what was put beside them is outside. */
export function wordsWithin(text: string, place: Range, words: string): Range | undefined {
  const there = text.slice(place.start, place.end);
  const at = there.indexOf(words);
  if (at === -1 || there.includes(words, at + 1)) return undefined;
  return { start: place.start + at, end: place.start + at + words.length };
}
