/** The words of a clause on either side of a hit. */
import { Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { isBlankLineAt, isTerminator, sentenceEndAt } from '../text/sentences';
import { codePointAt, codePointBefore, unitsOf, wordBefore, wordEnd } from './words';

/** How far to look, in UTF-16 units, so that a text without words or clauses costs no more than any other. */
const REACH = 160;

/** The part of a range that is near enough to a span to matter to it. */
export function nearby(range: Range, { start, end }: Range): Range {
  return { start: Math.max(range.start, start - REACH), end: Math.min(range.end, end + REACH) };
}

/** What ends a clause wherever it stands. */
const BOUNDS = new Set([...';!?()[]\u2013\u2014'].map((bound) => bound.charCodeAt(0)));
const COMMA = 0x2c;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const LINE_BREAK = 0x0a;

/** Up to `most` words before an offset in its clause, the nearest first. */
export function wordsBefore(text: string, offset: number, range: Range, most: number): Range[] {
  const bounds = nearby(range, { start: offset, end: offset });
  const words: Range[] = [];
  let index = offset;
  while (index > bounds.start && words.length < most) {
    const codePoint = codePointBefore(text, index, bounds.start);
    if (kindOf(codePoint) === Kind.word) {
      const word = wordBefore(text, index, bounds.start, bounds.end);
      words.push(word);
      index = word.start;
      continue;
    }
    index -= unitsOf(codePoint);
    if (isClauseBound(text, index, bounds)) break;
  }
  return words;
}

/** Up to `most` words after an offset in its clause, and whether the clause ends after them. */
export function wordsAfter(
  text: string,
  offset: number,
  range: Range,
  most: number,
): { words: Range[]; isWhole: boolean } {
  const bounds = nearby(range, { start: offset, end: offset });
  const words: Range[] = [];
  let index = offset;
  while (index < bounds.end) {
    const codePoint = codePointAt(text, index, bounds.end);
    if (kindOf(codePoint) === Kind.word) {
      if (words.length === most) return { words, isWhole: false };
      const end = wordEnd(text, index, bounds.end);
      words.push({ start: index, end });
      index = end;
      continue;
    }
    if (isClauseBound(text, index, bounds)) return { words, isWhole: true };
    index += unitsOf(codePoint);
  }
  return { words, isWhole: bounds.end === range.end };
}

function isClauseBound(text: string, index: number, bounds: Range): boolean {
  const unit = text.charCodeAt(index);
  if (unit === COMMA || unit === COLON) return !isBetween(text, index, bounds, /\p{N}/u);
  if (unit === HYPHEN || unit === 0x2010) return isBetween(text, index, bounds, /\s/);
  if (unit === LINE_BREAK) return isBlankLineAt(text, index, bounds.end);
  return BOUNDS.has(unit) || (isTerminator(unit) && sentenceEndAt(text, index, bounds) >= 0);
}

/** Whether the units on both sides of an offset are of some kind. */
function isBetween(text: string, index: number, bounds: Range, kind: RegExp): boolean {
  return (
    index > bounds.start &&
    index + 1 < bounds.end &&
    kind.test(text.charAt(index - 1)) &&
    kind.test(text.charAt(index + 1))
  );
}
