import { LastTexts } from './lastTexts';
import { placesOf } from './places';
import type { Range } from './range';

/** A word or a punctuation mark of a text. */
export interface TextToken extends Range {
  /** The same for tokens that say the same: composed. */
  readonly key: string;
}

/** The words and punctuation marks of a text, without the white space between them. */
export function textTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+|\S/gu)) {
    tokens.push({ start: index, end: index + token.length, key: token.normalize('NFC') });
  }
  return tokens;
}

/** A text's words as they compare: composed, with single spaces for any white space. */
export function sameWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

/** What texts say, decomposed and with single spaces. */
const said = new LastTexts(2, decomposed);

/** How often a text says some words, up to a number of times, whatever their white space and the composition of letters. */
export function timesSaid(text: string, words: string, most: number): number {
  return words === '' ? most : [...placesOf(said.of(text), decomposed(words), most)].length;
}

/** Marks stay apart from the letters that they stand on, so that words may begin or end between the two. */
function decomposed(text: string): string {
  return text.normalize('NFD').replace(/\s+/g, ' ');
}

/** True where a text says some words once, whatever their white space and the composition of their letters. */
export function isSaidOnce(text: string, words: string): boolean {
  return timesSaid(text, words, 2) === 1;
}

/** True where a text holds a letter or a digit. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** True where a word goes on across an offset of a text. */
export function isInWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

/** A range without the white space at its ends; all white space gives its start. */
export function trimRange(text: string, { start, end }: Range): Range {
  const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  return from >= end
    ? { start, end: start }
    : { start: from, end: start + text.slice(start, end).trimEnd().length };
}
