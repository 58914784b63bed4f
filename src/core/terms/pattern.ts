/** The syntax of a codebook's terms: what a researcher wrote, parsed into tokens to look for. */
import { foldCharacter, Kind, kindOf } from '../text/fold';

/** Why a term cannot be used. `args[0]` is the term as written; a second one names the part at fault. */
export interface TermProblem {
  code:
    | 'term-empty'
    | 'term-wildcard-only'
    | 'term-wildcard-inside'
    | 'term-gap-at-edge'
    | 'term-gap-repeated'
    | 'term-too-many-gaps'
    | 'term-too-long'
    | 'term-regex-unclosed'
    | 'term-regex-flags'
    | 'term-regex-invalid'
    | 'term-regex-too-long'
    | 'term-regex-too-many'
    | 'term-regex-unsupported';
  args: string[];
}

/** What stands between a token and the one before it. */
export type Joint = 'glued' | 'space' | 'gap';

/** One word, or one character of punctuation, of a term. */
export interface TermToken {
  kind: 'word' | 'symbol';
  /** Folded (see `fold`). */
  text: string;
  /** How it follows the token before it; means nothing for the first. */
  joint: Joint;
  /** A wildcard stands before (after) the word: it may begin (end) with anything. */
  openStart: boolean;
  openEnd: boolean;
}

/** One term, parsed. A regular expression's source stands without its slashes. */
export type TermPattern =
  | { kind: 'tokens'; tokens: TermToken[]; caseSensitive: boolean }
  | { kind: 'regex'; source: string };

/** The longest word, in letters, that is read as an abbreviation when it is in capitals. */
const LONGEST_ABBREVIATION = 6;

/** Bounds the work that one term can ask for. */
const MOST_GAPS = 8;
/** And words and marks: on a text that says one word over and over, time grows with them. */
const MOST_TOKENS = 40;
/** How much of a term that is too long is told. */
const LONGEST_TOLD = 60;

const GAP = /\.{3,}|\u2026/u;

/**
 * Parses one term as written in the codebook (`drempel`, `*financ*`, `wet- en regelgeving`,
 * `neemt ... weg`, `AVG`, `/pilots?/`). Of a regular expression only the slashes are looked at here;
 * `checkRegexTerm` says whether it can be used.
 */
export function parseTerm(source: string): { pattern: TermPattern } | { problem: TermProblem } {
  const term = source.trim();
  if (term.startsWith('/')) return parseRegexTerm(source, term);
  const parts = term.split(GAP);
  if (parts.length > MOST_GAPS + 1) return problem('term-too-many-gaps', source, String(MOST_GAPS));
  const tokens: TermToken[] = [];
  for (const [index, part] of parts.entries()) {
    const parsed = parsePart(part, index === 0 ? 'glued' : 'gap');
    if ('code' in parsed) return problem(parsed.code, source, parsed.fault);
    if (parsed.tokens.length === 0) {
      if (parts.length === 1) return problem('term-empty', source);
      const atEdge = index === 0 || index === parts.length - 1;
      return problem(atEdge ? 'term-gap-at-edge' : 'term-gap-repeated', source);
    }
    tokens.push(...parsed.tokens);
  }
  if (tokens.length > MOST_TOKENS) {
    return problem('term-too-long', `${source.slice(0, LONGEST_TOLD)}…`, String(MOST_TOKENS));
  }
  return { pattern: { kind: 'tokens', tokens, caseSensitive: isAbbreviation(term) } };
}

function problem(code: TermProblem['code'], source: string, fault?: string): { problem: TermProblem } {
  return { problem: { code, args: fault === undefined ? [source] : [source, fault] } };
}

function parseRegexTerm(source: string, term: string): ReturnType<typeof parseTerm> {
  const close = term.lastIndexOf('/');
  if (close === 0) return problem('term-regex-unclosed', source);
  const flags = term.slice(close + 1);
  if (flags !== '') {
    return /^\p{L}+$/u.test(flags)
      ? problem('term-regex-flags', source, flags)
      : problem('term-regex-unclosed', source);
  }
  if (close === 1) return problem('term-empty', source);
  return { pattern: { kind: 'regex', source: term.slice(1, close) } };
}

type ParsedPart =
  | { tokens: TermToken[] }
  | { code: 'term-wildcard-only' | 'term-wildcard-inside'; fault: string };

/** Parses what stands between two gaps; its first token gets the given joint. */
function parsePart(part: string, firstJoint: Joint): ParsedPart {
  const tokens: TermToken[] = [];
  let joint = firstJoint;
  const add = (kind: TermToken['kind'], text: string, openStart: boolean, openEnd: boolean) => {
    tokens.push({ kind, text, joint, openStart, openEnd });
    joint = 'glued';
  };
  for (const piece of part.split(/(\p{White_Space}+)/u)) {
    if (piece === '') continue;
    if (/^\p{White_Space}/u.test(piece)) {
      if (tokens.length > 0) joint = 'space';
      continue;
    }
    if (/^\*+$/.test(piece)) return { code: 'term-wildcard-only', fault: piece };
    const parsed = parsePiece(piece, add);
    if (!parsed) return { code: 'term-wildcard-inside', fault: piece };
  }
  return { tokens };
}

/** Parses a piece without white space. False when a wildcard stands where it may not. */
function parsePiece(
  piece: string,
  add: (kind: TermToken['kind'], text: string, openStart: boolean, openEnd: boolean) => void,
): boolean {
  const characters = [...piece].filter((character) => foldOf(character) !== '');
  const isWord = (index: number) => index in characters && kindAt(characters[index]!) === Kind.word;
  let index = 0;
  while (index < characters.length) {
    const openStart = characters[index] === '*';
    if (openStart) index++;
    if (!isWord(index)) {
      if (openStart) return false;
      add('symbol', foldOf(characters[index]!), false, false);
      index++;
      continue;
    }
    let word = '';
    while (isWord(index) || (isApostrophe(characters[index]) && isWord(index + 1))) {
      word += foldOf(characters[index]!);
      index++;
    }
    const openEnd = characters[index] === '*';
    if (openEnd) index++;
    if (openEnd && (isWord(index) || characters[index] === '*')) return false;
    add('word', word, openStart, openEnd);
  }
  return true;
}

/** Whether every letter of the term is a capital, in words short enough to be abbreviations. */
function isAbbreviation(term: string): boolean {
  const letters = term.match(/\p{L}/gu) ?? [];
  if (letters.length < 2 || !letters.every((letter) => /\p{Lu}/u.test(letter))) return false;
  const words = term.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => (word.match(/\p{L}/gu) ?? []).length <= LONGEST_ABBREVIATION);
}

function isApostrophe(character: string | undefined): boolean {
  return character !== undefined && kindAt(character) === Kind.apostrophe;
}

function kindAt(character: string): Kind {
  return kindOf(character.codePointAt(0)!);
}

function foldOf(character: string): string {
  return foldCharacter(character.codePointAt(0)!);
}
