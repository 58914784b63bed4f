import type { Range } from '../text/range';
import { candidatesOf } from './anchoring/candidates';
import { contextFit } from './anchoring/context';
import type { AnchoredCoding, Coding } from './coding';

/** A place where the passage of a coding may stand, for a person to choose among. */
export interface RepairPlace extends Range {
  /** How much of the quote's words and context stand there, 0 to 1. */
  readonly likeness: number;
  /** True where the quote stands there word for word. */
  readonly exact: boolean;
}

const mostCopies = 50;
const mostOthers = 10;
const leastLikeness = 0.4;

/** True where a person should look at a coding: its passage is gone, in several places, or has other words. */
export function needsRepair({ anchor }: AnchoredCoding): boolean {
  return anchor === 'orphan' || anchor === 'ambiguous' || anchor === 'edited';
}

/**
 * Where the passage of a coding may stand: first the copies of its quote, those in its own context before the
 * others, then what is most like it.
 */
export function repairPlaces(text: string, coding: Coding): RepairPlace[] {
  const copies = [...copiesOf(text, coding.quote)].map((start) => ({
    start,
    end: start + coding.quote.length,
    likeness: 0.5 + contextFit(text, start, coding) / 2,
    exact: true,
  }));
  const places = byLikeness(copies);
  for (const range of candidatesOf(text, coding)) {
    const { start, end } = toWords(text, range);
    const likeness = shareOfWords(coding.quote, text.slice(start, end));
    if (likeness >= leastLikeness) places.push({ start, end, likeness, exact: false });
  }
  const others = byLikeness(places.filter(({ exact }) => !exact));
  const kept = places.filter(({ exact }) => exact);
  for (const place of others) {
    const isFree = kept.every(({ start, end }) => place.end <= start || end <= place.start);
    if (isFree && kept.length < copies.length + mostOthers) kept.push(place);
  }
  return kept;
}

function byLikeness(places: readonly RepairPlace[]): RepairPlace[] {
  return [...places].sort((a, b) => b.likeness - a.likeness || a.start - b.start);
}

function* copiesOf(text: string, quote: string): Generator<number> {
  let left = mostCopies;
  for (let at = text.indexOf(quote); at !== -1 && left > 0; at = text.indexOf(quote, at + 1), left--)
    yield at;
}

const wordCharacter = /[\p{L}\p{M}\p{N}’'-]/u;

/** A range from the start of a word to the end of one. */
function toWords(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from > 0 && wordCharacter.test(text[from - 1]!) && wordCharacter.test(text[from]!)) from--;
  while (to < text.length && wordCharacter.test(text[to - 1] ?? '') && wordCharacter.test(text[to]!)) to++;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** How many words two passages share, of those of the longer one. */
function shareOfWords(a: string, b: string): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(word, count - 1);
  }
  return shared / Math.max(words.length, others.length, 1);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
