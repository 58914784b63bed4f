/**
 * Folding: how two spellings of one word are made equal. Case, diacritics (composed or not), curly quotes,
 * hyphen variants, soft hyphens, zero-width characters and ligatures make no difference to a term.
 * Terms and transcripts go through the same fold, one character at a time, so that offsets stay known.
 */

/** What a character is to the reader of words. */
export const Kind = {
  /** A letter or a digit: part of a word. */
  word: 1,
  /** A combining mark: belongs to the character before it, carries no difference. */
  mark: 2,
  /** An invisible character (soft hyphen, zero-width space, direction mark): as if it were not there. */
  format: 3,
  /** White space other than a line break. */
  space: 4,
  lineBreak: 5,
  /** Joins two parts of a word when it stands between them (`auto's`), and is punctuation elsewhere. */
  apostrophe: 6,
  /** Punctuation, symbols, emoji, anything else. */
  other: 7,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];

const APOSTROPHES = /['\u2018\u2019\u201A\u201B\u02BC\u00B4`\uFF07]/u;
const HYPHENS = /[\u2010\u2011]/u;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F]/u;
const COMBINING_MARKS = /\p{M}+/gu;

/** Letters that Unicode does not decompose, with what a Dutch or English writer would type instead. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
]);

const knownKinds = new Uint8Array(0x10000);
/** Up to here the characters of most texts lie. */
const LATIN = 0x250;
const latinFolds: (string | undefined)[] = new Array(LATIN).fill(undefined);
const otherFolds = new Map<number, string>();

/** The kind of a code point (a lone surrogate is `other`). */
export function kindOf(codePoint: number): Kind {
  if (codePoint >= 0x10000) return classify(codePoint);
  const known = knownKinds[codePoint];
  if (known) return known as Kind;
  const kind = classify(codePoint);
  knownKinds[codePoint] = kind;
  return kind;
}

function classify(codePoint: number): Kind {
  const character = String.fromCodePoint(codePoint);
  if (character === '\n') return Kind.lineBreak;
  if (APOSTROPHES.test(character)) return Kind.apostrophe;
  if (/\p{White_Space}/u.test(character)) return Kind.space;
  if (/\p{M}/u.test(character)) return Kind.mark;
  if (/\p{Cf}/u.test(character)) return Kind.format;
  if (/[\p{L}\p{N}]/u.test(character)) return Kind.word;
  return Kind.other;
}

/**
 * What one code point folds to: nothing (marks and invisible characters), itself, another character, or
 * several (`ß` gives `ss`). Letters come out in lower case without diacritics.
 */
export function foldCharacter(codePoint: number): string {
  const known = codePoint < LATIN ? latinFolds[codePoint] : otherFolds.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldAnew(String.fromCodePoint(codePoint), kindOf(codePoint));
  if (codePoint < LATIN) latinFolds[codePoint] = folded;
  else otherFolds.set(codePoint, folded);
  return folded;
}

function foldAnew(character: string, kind: Kind): string {
  switch (kind) {
    case Kind.mark:
    case Kind.format:
      return '';
    case Kind.apostrophe:
      return "'";
    case Kind.word:
      return foldLetter(character);
    default:
      if (HYPHENS.test(character)) return '-';
      if (DOUBLE_QUOTES.test(character)) return '"';
      // `≠` is the same with its stroke as a mark of its own.
      return character.normalize('NFD').replace(COMBINING_MARKS, '') || character;
  }
}

function foldLetter(character: string): string {
  // Compatibility decomposition also takes ligatures and full-width forms apart, but would turn `½` into `1/2`.
  if (/[\p{Nl}\p{No}]/u.test(character)) return character;
  const bare = character.normalize('NFKD').toLowerCase().replace(COMBINING_MARKS, '');
  let folded = '';
  for (const letter of bare) {
    if (kindOf(letter.codePointAt(0)!) === Kind.word) folded += UNDECOMPOSED.get(letter) ?? letter;
  }
  return folded === '' ? character : folded;
}

/** Folds every character of a text. Two texts that differ only in what folding ignores fold alike. */
export function fold(text: string): string {
  if (/^[\0-\x5F\x61-\x7F]*$/.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character.codePointAt(0)!);
  return folded;
}
