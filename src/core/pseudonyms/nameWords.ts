import { fold } from '../text/fold';
import type { Range } from '../text/range';

/** A run of letters, or of digits, as names are looked for by. */
export interface NameWord extends Range {
  /** Folded: the same whatever its case, its accents and how these are composed. */
  readonly key: string;
}

const wordRuns = /[\p{L}\p{M}\p{Cf}]+|\p{N}+/gu;
const known = new Map<string, string>();
const mostKnown = 50_000;

/** The words of a text in order; letters and digits are words of their own, so that `jansen2` holds `jansen`. */
export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  for (const { 0: word, index } of text.matchAll(wordRuns)) {
    const key = keyOf(word);
    if (key !== '') words.push({ start: index, end: index + word.length, key });
  }
  return words;
}

function keyOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const key = fold(word);
  known.set(word, key);
  return key;
}
