/** What the matcher means, said as plainly as possible: every term is tried at every token. Slow. */
import type { ExclusionInput, Hit, TermInput } from '../../../src/core/terms/matcher';
import type { Joint, TermToken } from '../../../src/core/terms/pattern';
import type { Range } from '../../../src/core/text/range';
import { sentences } from '../../../src/core/text/sentences';

interface NaiveToken extends Range {
  kind: 'word' | 'brokenWord' | 'symbol';
  /** Without marks and invisible characters, in its own case. */
  text: string;
}

const WORD = /(?!ʼ)[\p{L}\p{N}](?:[\p{M}\p{Cf}]*(?:['‘’ʼ][\p{M}\p{Cf}]*)?(?!ʼ)[\p{L}\p{N}])*\p{M}*/gu;

export function naiveMatch(
  text: string,
  ranges: readonly Range[],
  terms: readonly TermInput[],
  exclusions: readonly ExclusionInput[],
  language: string | undefined,
): Omit<Hit, 'negated'>[] {
  const applies = (term: { language?: string }) =>
    term.language === undefined || language === undefined || term.language === language;
  return ranges.flatMap((range) => {
    const excluded = exclusions
      .filter(applies)
      .flatMap(({ code, pattern }) => matchesOf(pattern, text, range).map((span) => ({ ...span, code })));
    const hits = terms
      .filter(applies)
      .flatMap(({ code, term, pattern }) =>
        matchesOf(pattern, text, range).map(({ start, end }) => ({ start, end, code, term })),
      )
      .filter((hit) => !excluded.some((span) => span.code === hit.code && overlap(span, hit)));
    return hits
      .filter(
        (hit, index) => !hits.some((other, at) => at !== index && takesPrecedence(other, at, hit, index)),
      )
      .sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
  });
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function takesPrecedence(other: Omit<Hit, 'negated'>, at: number, hit: Omit<Hit, 'negated'>, index: number) {
  if (other.code !== hit.code || other.start > hit.start || other.end < hit.end) return false;
  return other.start < hit.start || other.end > hit.end || at < index;
}

function matchesOf(pattern: TermInput['pattern'], text: string, range: Range): Range[] {
  if (pattern.kind === 'regex') throw new Error('not here');
  const tokens = tokenize(text, range);
  const found: Range[] = [];
  const follow = (start: number, previous: NaiveToken, step: number): void => {
    const wanted = pattern.tokens[step];
    if (!wanted) {
      found.push({ start, end: previous.end });
      return;
    }
    for (const token of tokens) {
      if (token.start < previous.end || !isMatch(token, wanted, pattern.caseSensitive)) continue;
      if (isJoined(text, range, tokens, previous, token, wanted.joint)) follow(start, token, step + 1);
    }
  };
  for (const token of tokens) {
    if (isMatch(token, pattern.tokens[0]!, pattern.caseSensitive)) follow(token.start, token, 1);
  }
  if (!pattern.tokens.slice(1).some(({ joint }) => joint === 'gap')) return found;
  return found.filter(({ start, end }) => !found.some((other) => other.start === start && other.end < end));
}

function isMatch(token: NaiveToken, wanted: TermToken, caseSensitive: boolean): boolean {
  if ((token.kind === 'symbol') !== (wanted.kind === 'symbol')) return false;
  const sought = caseSensitive ? wanted.text.toUpperCase() : wanted.text;
  const text = caseSensitive ? token.text : token.text.toLowerCase();
  if (wanted.openStart && wanted.openEnd) return text.includes(sought);
  if (wanted.openStart) return text.endsWith(sought);
  return wanted.openEnd ? text.startsWith(sought) : text === sought;
}

function isJoined(
  text: string,
  range: Range,
  tokens: readonly NaiveToken[],
  previous: NaiveToken,
  token: NaiveToken,
  joint: Joint,
): boolean {
  const between = text.slice(previous.end, token.start).replace(/[\p{M}\p{Cf}]/gu, '');
  if (joint === 'glued') {
    return between === '' || (between === '\n' && previous.kind === 'symbol' && previous.text === '-');
  }
  if (joint === 'space') return /^\p{White_Space}+$/u.test(between);
  const words = tokens.filter(
    ({ kind, start, end }) => kind === 'word' && start >= previous.end && end <= token.start,
  );
  const sentenceOf = ({ start }: Range) => sentences(text, range).findIndex(({ end }) => start < end);
  return words.length <= 6 && sentenceOf(previous) === sentenceOf(token);
}

function tokenize(text: string, range: Range): NaiveToken[] {
  const slice = text.slice(range.start, range.end);
  const words = [...slice.matchAll(WORD)].map((match) =>
    tokenAt('word', range.start + match.index, match[0].length, match[0]),
  );
  const symbols = [
    ...slice.replace(WORD, (word) => ' '.repeat(word.length)).matchAll(/[^\p{White_Space}\p{M}\p{Cf}]/gu),
  ];
  const broken = words.slice(1).flatMap((second, index) => {
    const first = words[index]!;
    const between = text.slice(first.end, second.start);
    const isHard = /^[\p{M}\p{Cf}]*[-‐‑]\n$/u.test(between) && /^\p{Ll}/u.test(text.slice(second.start));
    const isSuspended = /^(en|of|noch|tot|and|or|nor|to)$/i.test(second.text);
    if (!(isHard && !isSuspended) && !/^[\p{M}\p{Cf}]*\u00AD\n$/u.test(between)) return [];
    return [tokenAt('brokenWord', first.start, second.end - first.start, first.text + second.text)];
  });
  return [
    ...words,
    ...broken,
    ...symbols.map((match) => tokenAt('symbol', range.start + match.index, match[0].length, match[0])),
  ];
}

function tokenAt(kind: NaiveToken['kind'], start: number, length: number, written: string): NaiveToken {
  const text = written
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/['‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe');
  return { kind, start, end: start + length, text };
}
