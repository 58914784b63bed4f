import type { TextEdit } from '../text/edits';
import type { Range } from '../text/range';
import { type NameWord, nameWords } from './nameWords';
import { spellLike } from './spelling';

/** What is looked for, and what comes in its place. */
export interface NamePattern {
  readonly find: string;
  readonly put: string;
  /** Whether a word that has a capital in `find` must have one in the text: for names that are words too. */
  readonly capitals: boolean;
}

/** A place where a pattern was found; `text` is what comes there, spelled as it is there. */
export interface NameMatch extends TextEdit {
  readonly pattern: NamePattern;
}

interface Candidate {
  readonly pattern: NamePattern;
  readonly words: readonly NameWord[];
  /** What stands right before its first word and right after its last, such as brackets. */
  readonly before: string;
  readonly after: string;
}

/** The shortest name after which a bare `s` is that of the genitive (`Jansens auto`). */
const shortestGenitive = 3;
/** How far letters and digits are looked at around a name, and in how many runs of these they are an id. */
const longestId = 64;
const turnsOfId = 5;
const apostrophe = "['’‘`´]";
/** What may stand between two words of a name, however it is listed: `Jan  Jansen`, `jan-jansen`, `J. Jansen`. */
const betweenWords = new RegExp(
  String.raw`^(?:\.?${apostrophe}?[^\S\n]{0,20}\n?[^\S\n]{0,20}${apostrophe}?|[-‐‑_.])$`,
  'u',
);
/** A line that goes on like this has a speaker's label, which no name runs into. */
const labelEnd = /^[^\S\n]?(?:[[(][^\])\n]{0,12}[\])])?[*_]{0,3}:/u;

/** Finds names in a text: as whole words, in any spelling, the longest first, none inside another. */
export class NameTable {
  readonly #byFirstWord = new Map<string, Candidate[]>();

  constructor(patterns: readonly NamePattern[]) {
    for (const pattern of patterns) {
      const words = nameWords(pattern.find);
      const [first] = words;
      if (!first) continue;
      const candidate = {
        pattern,
        words,
        before: pattern.find.slice(0, first.start),
        after: pattern.find.slice(words.at(-1)!.end),
      };
      const same = this.#byFirstWord.get(first.key);
      if (same) same.push(candidate);
      else this.#byFirstWord.set(first.key, [candidate]);
    }
    for (const candidates of this.#byFirstWord.values()) {
      candidates.sort((a, b) => b.words.length - a.words.length || lengthOf(b) - lengthOf(a));
    }
  }

  /** The places of names in a text, in order. */
  matches(text: string): NameMatch[] {
    const matches: NameMatch[] = [];
    if (this.#byFirstWord.size === 0) return matches;
    const words = nameWords(text);
    for (let index = 0; index < words.length; ) {
      const found = this.#at(text, words, index, matches.at(-1)?.end ?? 0);
      if (found) {
        const { candidate, range } = found;
        const put = putAt(text, range, candidate.pattern);
        matches.push({ ...range, text: put, pattern: candidate.pattern });
        index += candidate.words.length;
      } else index++;
    }
    return matches;
  }

  /** The text with every name replaced. */
  replace(text: string): string {
    let result = '';
    let at = 0;
    for (const match of this.matches(text)) {
      result += text.slice(at, match.start) + match.text;
      at = match.end;
    }
    return result + text.slice(at);
  }

  #at(
    text: string,
    words: readonly NameWord[],
    index: number,
    from: number,
  ): { candidate: Candidate; range: Range } | undefined {
    const { key } = words[index]!;
    const whole = this.#byFirstWord.get(key) ?? [];
    const genitive = key.endsWith('s') ? (this.#byFirstWord.get(key.slice(0, -1)) ?? []) : [];
    for (const candidate of [...whole, ...genitive.filter(({ words: own }) => own.length === 1)]) {
      const range = rangeOf(candidate, text, words, index);
      if (range && range.start >= from) return { candidate, range };
    }
    return undefined;
  }
}

/** What comes in a place: a pseudonym of several words is held together where the name is a part of a word or an id. */
function putAt(text: string, { start, end }: Range, { find, put }: NamePattern): string {
  const found = text.slice(start, end);
  const spelled = spellLike(found, find, put);
  if (/\s/.test(found)) return spelled;
  const mark =
    /^([-_])[\p{L}\p{N}]/u.exec(text.slice(end, end + 3))?.[1] ??
    /[\p{L}\p{N}]([-_])$/u.exec(text.slice(Math.max(0, start - 3), start))?.[1];
  return mark === undefined ? spelled : spelled.replace(/\s+/g, mark);
}

function lengthOf({ pattern }: Candidate): number {
  return pattern.find.length;
}

/** Where a candidate stands that begins with a word of a text; undefined where it does not. */
function rangeOf(
  { pattern, words: own, before, after }: Candidate,
  text: string,
  words: readonly NameWord[],
  index: number,
): Range | undefined {
  const start = words[index]!.start - before.length;
  if (start < 0 || !text.startsWith(before, start)) return undefined;
  const last = words[index + own.length - 1];
  if (!last) return undefined;
  for (let at = 0; at < own.length - 1; at++) {
    if (words[index + at]!.key !== own[at]!.key) return undefined;
    if (!canStandBetween(pattern, own, text, words, index, at)) return undefined;
  }
  const end = endOf(own.at(-1)!.key, last, text);
  if (end === undefined || !text.startsWith(after, end)) return undefined;
  const range = { start, end: end + after.length };
  if (isInCode(text, range)) return undefined;
  const found = text.slice(range.start, range.end);
  if (found.includes('\n') && labelEnd.test(text.slice(range.end, range.end + 20))) return undefined;
  return pattern.capitals && !hasCapitalsOf(own, pattern.find, words.slice(index), text) ? undefined : range;
}

/**
 * Whether a place is in an id, in which letters and digits take turns (`ce88ad1488`). A name with a number to it
 * (`jansen2`) is still a name.
 */
function isInCode(text: string, { start, end }: Range): boolean {
  if (!/\p{N}/u.test(text[end] ?? '') && !/\p{N}/u.test(text[start - 1] ?? '')) return false;
  const before = /[\p{L}\p{N}-]*$/u.exec(text.slice(Math.max(0, start - longestId), start))![0];
  const after = /^[\p{L}\p{N}-]*/u.exec(text.slice(end, end + longestId))![0];
  const turns = (before + text.slice(start, end) + after).replaceAll('-', '').match(/\p{L}+|\p{N}+/gu);
  return turns !== null && turns.length >= turnsOfId;
}

/** Where the last word of a name ends: before the `s` of a genitive. */
function endOf(key: string, { key: found, end }: NameWord, text: string): number | undefined {
  if (found === key) return end;
  const isGenitive =
    found === `${key}s` && key.length >= shortestGenitive && !key.endsWith('s') && /s/i.test(text[end - 1]!);
  return isGenitive ? end - 1 : undefined;
}

/** A full stop ends a sentence, unless it stands after an initial, without a space, or in the name as it is listed. */
function canStandBetween(
  { find }: NamePattern,
  own: readonly NameWord[],
  text: string,
  words: readonly NameWord[],
  index: number,
  at: number,
): boolean {
  const between = text.slice(words[index + at]!.end, words[index + at + 1]!.start);
  const listed = find.slice(own[at]!.end, own[at + 1]!.start);
  if (between === listed) return true;
  if (!betweenWords.test(between)) return false;
  return !/^\.\s/.test(between) || listed.startsWith('.') || own[at]!.key.length <= 2;
}

function hasCapitalsOf(
  own: readonly NameWord[],
  find: string,
  words: readonly NameWord[],
  text: string,
): boolean {
  return own.every(
    ({ start }, at) =>
      !beginsWithCapital(find.slice(start)) || beginsWithCapital(text.slice(words[at]!.start)),
  );
}

function beginsWithCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
