import type { Range } from './range';

/** A word, a run of white space or a punctuation mark of a text. */
export interface TextToken extends Range {
  /** The same for tokens that say the same: composed, and any white space like any other. */
  readonly key: string;
}

/** A text cut into words, runs of white space and punctuation marks, without gaps. */
export function textTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+|\s+|./gsu)) {
    const key = /^\s/.test(token) ? ' ' : token.normalize('NFC');
    tokens.push({ start: index, end: index + token.length, key });
  }
  return tokens;
}

/** A text's words as they compare: composed, with single spaces for any white space. */
export function sameWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

/**
 * How often a text says some words, up to a number of times, whatever their white space and the composition of their
 * letters. White space before them is looked for from where it begins, so that a long stretch of it takes no longer
 * than it is.
 */
export function timesSaid(text: string, words: string, most: number): number {
  const forms = new Set([words, words.normalize('NFC'), words.normalize('NFD')]);
  const escaped = [...forms].map((form) =>
    form
      .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
      .replace(/\s+/g, '\\s+')
      .replace(/^\\s/, '(?<!\\s)$&'),
  );
  let times = 0;
  for (const _ of text.matchAll(new RegExp(`(?=${escaped.join('|')})`, 'g'))) if (++times === most) break;
  return times;
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
