/**
 * Words in a text. A word is a maximal run of letters and digits with their combining marks, with single
 * apostrophes between them; invisible characters inside it do not end it. A hyphen does.
 * All offsets are UTF-16 units; ends are exclusive.
 */
import { Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';

/** The code point at an offset, with surrogate pairs joined only inside the bounds. */
export function codePointAt(text: string, index: number, end: number): number {
  const unit = text.charCodeAt(index);
  if ((unit & 0xfc00) !== 0xd800 || index + 1 >= end) return unit;
  const low = text.charCodeAt(index + 1);
  return (low & 0xfc00) === 0xdc00 ? ((unit & 0x3ff) << 10) + (low & 0x3ff) + 0x10000 : unit;
}

/** The code point that ends at an offset, with surrogate pairs joined only inside the bounds. */
export function codePointBefore(text: string, index: number, start: number): number {
  const unit = text.charCodeAt(index - 1);
  if ((unit & 0xfc00) !== 0xdc00 || index - 2 < start) return unit;
  const high = text.charCodeAt(index - 2);
  return (high & 0xfc00) === 0xd800 ? ((high & 0x3ff) << 10) + (unit & 0x3ff) + 0x10000 : unit;
}

/** How many UTF-16 units a code point takes. */
export function unitsOf(codePoint: number): number {
  return codePoint < 0x10000 ? 1 : 2;
}

/** Whether the apostrophe at `index` stands between two parts of a word, seen inside [start, end). */
export function isInnerApostrophe(text: string, index: number, start: number, end: number): boolean {
  return letterEndBefore(text, index, start) >= 0 && letterStartAfter(text, index + 1, end) >= 0;
}

/** The end of the word that has a letter or digit at `index`: after its last one and the marks on that. */
export function wordEnd(text: string, index: number, end: number): number {
  let last = index + unitsOf(codePointAt(text, index, end));
  for (;;) {
    // Most words have nothing but letters; the rest of the loop is for those that do.
    while (last < end && kindOf(text.charCodeAt(last)) === Kind.word) last++;
    let next = letterStartAfter(text, last, end);
    if (next < 0) {
      const joint = skipIgnored(text, last, end);
      if (joint >= end || kindOf(text.charCodeAt(joint)) !== Kind.apostrophe) break;
      next = letterStartAfter(text, joint + 1, end);
      if (next < 0) break;
    }
    last = next + unitsOf(codePointAt(text, next, end));
  }
  return afterMarks(text, last, end);
}

/** The word whose letters and digits end at or before `index` with only ignored characters between. */
export function wordBefore(text: string, index: number, start: number, end: number): Range {
  let last = letterEndBefore(text, index, start);
  if (last < 0) return { start: index, end: index };
  const wordEnds = afterMarks(text, last, end);
  let first = last - unitsOf(codePointBefore(text, last, start));
  for (;;) {
    while (first > start && kindOf(text.charCodeAt(first - 1)) === Kind.word) first--;
    last = letterEndBefore(text, first, start);
    if (last < 0) {
      const joint = skipIgnoredBack(text, first, start);
      if (joint <= start || kindOf(text.charCodeAt(joint - 1)) !== Kind.apostrophe) break;
      last = letterEndBefore(text, joint - 1, start);
      if (last < 0) break;
    }
    first = last - unitsOf(codePointBefore(text, last, start));
  }
  return { start: first, end: wordEnds };
}

/** Where the next letter or digit begins, if only ignored characters come before it; otherwise -1. */
function letterStartAfter(text: string, index: number, end: number): number {
  const next = skipIgnored(text, index, end);
  return next < end && kindOf(codePointAt(text, next, end)) === Kind.word ? next : -1;
}

/** Where the letter or digit before `index` ends, if only ignored characters come after it; otherwise -1. */
function letterEndBefore(text: string, index: number, start: number): number {
  const last = skipIgnoredBack(text, index, start);
  return last > start && kindOf(codePointBefore(text, last, start)) === Kind.word ? last : -1;
}

/** Skips combining marks and invisible characters. */
export function skipIgnored(text: string, index: number, end: number): number {
  let next = index;
  while (next < end) {
    const codePoint = codePointAt(text, next, end);
    const kind = kindOf(codePoint);
    if (kind !== Kind.mark && kind !== Kind.format) break;
    next += unitsOf(codePoint);
  }
  return next;
}

function skipIgnoredBack(text: string, index: number, start: number): number {
  let next = index;
  while (next > start) {
    const codePoint = codePointBefore(text, next, start);
    const kind = kindOf(codePoint);
    if (kind !== Kind.mark && kind !== Kind.format) break;
    next -= unitsOf(codePoint);
  }
  return next;
}

function afterMarks(text: string, index: number, end: number): number {
  let next = index;
  while (next < end) {
    const codePoint = codePointAt(text, next, end);
    if (kindOf(codePoint) !== Kind.mark) break;
    next += unitsOf(codePoint);
  }
  return next;
}

/**
 * Extends spans to the whole words they touch, without those that come out the same as the one before. Each
 * word is read only once, however many spans it holds.
 * @param spans in ascending order
 */
export function wholeWords(text: string, spans: readonly Range[], bounds: Range): Range[] {
  let word: Range = { start: bounds.start, end: bounds.start };
  const isInside = (offset: number) => {
    if (offset <= word.start || offset >= word.end) word = wordAcross(text, offset, bounds);
    return offset > word.start && offset < word.end;
  };
  const extended: Range[] = [];
  for (const span of spans) {
    const start = isInside(span.start) ? word.start : span.start;
    const end = isInside(span.end) ? word.end : span.end;
    const last = extended.at(-1);
    if (last?.start !== start || last.end !== end) extended.push({ start, end });
  }
  return extended;
}

/** The word that goes on across an offset; the empty range there when none does. */
function wordAcross(text: string, offset: number, bounds: Range): Range {
  const isAfterJoint =
    offset > bounds.start &&
    kindOf(text.charCodeAt(offset - 1)) === Kind.apostrophe &&
    isInnerApostrophe(text, offset - 1, bounds.start, bounds.end);
  const { start } = wordBefore(text, isAfterJoint ? offset - 1 : offset, bounds.start, bounds.end);
  const end = start < offset ? wordEnd(text, start, bounds.end) : offset;
  return end > offset ? { start, end } : { start: offset, end: offset };
}
