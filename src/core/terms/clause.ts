/** The words of a clause on either side of a hit. */
import { fold, Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { isBlankLineAt, isTerminator, sentenceEndAt } from '../text/sentences';
import { codePointAt, codePointBefore, unitsOf, wordBefore, wordEnd } from './words';

/** How far to look, in UTF-16 units, so that a text without words or clauses costs no more than any other. */
const REACH = 240;

/** What ends a clause wherever it stands. */
const BOUNDS = new Set([...';!?()[]\u2013\u2014'].map((bound) => bound.charCodeAt(0)));
const COMMA = 0x2c;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const LINE_BREAK = 0x0a;

/** Up to `most` words before an offset in its clause, the nearest first, folded. */
export function wordsBefore(text: string, offset: number, range: Range, most: number): string[] {
  const bounds = { start: Math.max(range.start, offset - REACH), end: range.end };
  const words: string[] = [];
  let index = offset;
  while (index > bounds.start && words.length < most) {
    const codePoint = codePointBefore(text, index, bounds.start);
    if (kindOf(codePoint) === Kind.word) {
      const word = wordBefore(text, index, bounds.start, bounds.end);
      words.push(fold(text.slice(word.start, word.end)));
      index = word.start;
      continue;
    }
    index -= unitsOf(codePoint);
    if (isClauseBound(text, index, bounds)) break;
  }
  return words;
}

/** Up to `most` words after an offset in its clause, folded, and whether the clause ends after them. */
export function wordsAfter(
  text: string,
  offset: number,
  range: Range,
  most: number,
): { words: string[]; isWhole: boolean } {
  const bounds = { start: range.start, end: Math.min(range.end, offset + REACH) };
  const words: string[] = [];
  let index = offset;
  while (index < bounds.end) {
    const codePoint = codePointAt(text, index, bounds.end);
    if (kindOf(codePoint) === Kind.word) {
      if (words.length === most) return { words, isWhole: false };
      const end = wordEnd(text, index, bounds.end);
      words.push(fold(text.slice(index, end)));
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
