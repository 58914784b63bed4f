/**
 * Where sentences end, in Dutch and English transcripts: at `.`, `?`, `!` or `…` before white space and
 * something other than a lower-case letter, at a blank line, and at the end of the range. Abbreviations and
 * initials do not end one.
 */
import { Kind, kindOf } from './fold';
import type { Range } from './range';

/** Abbreviations that are followed by what they belong to, without their last period. */
const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'dhr mevr mw mej mr mrs ms dr drs ir ing prof ds st sr bijv bv vb o.a oa d.w.z dwz nl m.n i.p.v ipv ' +
    'i.v.m ivm t.a.v tav t.o.v t.b.v m.b.t mbt m.b.v n.a.v i.h.b z.g zgn ca circa nr nrs art blz p pp pag ' +
    'vgl cf e.g i.e eg ie vs no fig vol max min resp evt incl excl tel afd'
  ).split(' '),
);

/** Abbreviations that may close a sentence: they do when a capital follows. */
const CLOSING_ABBREVIATIONS: ReadonlySet<string> = new Set('etc enz e.d ed e.a jr a.u.b m.i'.split(' '));

/** The longest look back for an abbreviation, in UTF-16 units. */
const LONGEST_ABBREVIATION = 8;

/** Whether a UTF-16 unit can end a sentence. */
export function isTerminator(unit: number): boolean {
  // . ! ? …
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026;
}

/**
 * Where the sentence ends that the terminator at `index` may close: the offset after it and any closing
 * quotes and brackets, or -1 when the sentence goes on. Of a run of terminators only the last can end one.
 */
export function sentenceEndAt(text: string, index: number, bounds: Range): number {
  if (index + 1 < bounds.end && isTerminator(text.charCodeAt(index + 1))) return -1;
  let end = index + 1;
  while (end < bounds.end && isCloser(text.charCodeAt(end))) end++;
  const next = skipBlanks(text, end, bounds.end);
  if (next >= bounds.end) return end;
  if (next === end) return -1;
  const follower = String.fromCodePoint(text.codePointAt(next)!);
  if (/\p{Ll}/u.test(follower)) return -1;
  return isAbbreviation(text, index, bounds.start, /\p{Lu}/u.test(follower)) ? -1 : end;
}

/**
 * Whether a blank line begins at the line break at `index`: another line break with at most white space
 * between them.
 */
export function isBlankLineAt(text: string, index: number, end: number): boolean {
  let next = index + 1;
  while (next < end && kindOf(text.charCodeAt(next)) === Kind.space) next++;
  return next < end && kindOf(text.charCodeAt(next)) === Kind.lineBreak;
}

/** The sentences of a range of text, in order, without the white space around them. */
export function sentences(text: string, range: Range): Range[] {
  const found: Range[] = [];
  let start = skipBlanks(text, range.start, range.end);
  for (let index = start; index < range.end; index++) {
    const unit = text.charCodeAt(index);
    let end = -1;
    if (isTerminator(unit)) end = sentenceEndAt(text, index, range);
    else if (unit === 0x0a && isBlankLineAt(text, index, range.end)) end = index;
    if (end < 0) continue;
    found.push({ start, end: trimEnd(text, start, end) });
    start = skipBlanks(text, end, range.end);
    index = start - 1;
  }
  const end = trimEnd(text, start, range.end);
  if (end > start) found.push({ start, end });
  return found;
}

/**
 * The sentence at an offset: the one that holds it or ends at it; in the white space between two, the next;
 * after the last, the last. Bounds without a sentence give an empty range at the offset.
 */
export function sentenceAt(text: string, offset: number, bounds: Range): Range {
  const all = sentences(text, bounds);
  const clamped = Math.min(Math.max(offset, bounds.start), bounds.end);
  return all.find((sentence) => clamped <= sentence.end) ?? all.at(-1) ?? { start: clamped, end: clamped };
}

function isAbbreviation(text: string, index: number, from: number, capitalFollows: boolean): boolean {
  if (text.charCodeAt(index) !== 0x2e) return false;
  const earliest = Math.max(from, index - LONGEST_ABBREVIATION);
  let start = index;
  while (start > earliest && isAbbreviationUnit(text.charCodeAt(start - 1))) start--;
  if (start > from && isAbbreviationUnit(text.charCodeAt(start - 1))) return false;
  const word = text.slice(start, index);
  if (/^\p{Lu}(\.\p{Lu})*$/u.test(word)) return true;
  const lower = word.toLowerCase();
  return LEADING_ABBREVIATIONS.has(lower) || (CLOSING_ABBREVIATIONS.has(lower) && !capitalFollows);
}

function isAbbreviationUnit(unit: number): boolean {
  return unit === 0x2e || kindOf(unit) === Kind.word;
}

function isCloser(unit: number): boolean {
  return /[)\]}"'\u2019\u201D\u00BB\u203A]/.test(String.fromCharCode(unit));
}

function skipBlanks(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isBlank(text.charCodeAt(index))) index++;
  return index;
}

function trimEnd(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && isBlank(text.charCodeAt(index - 1))) index--;
  return index;
}

function isBlank(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === Kind.space || kind === Kind.lineBreak;
}
