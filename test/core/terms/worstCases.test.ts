import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../src/core/terms/matcher';
import { patternOf } from './helpers';

/** Far more than any of them takes on a busy machine, and far less than it would if time grew with the square. */
const LIMIT_MS = 20_000;

async function countOf(terms: string[], text: string, not: string[] = []): Promise<number> {
  const input = (term: string) => ({ code: 'code', term, pattern: patternOf(term) });
  const matcher = await compileMatcher({ terms: terms.map(input), exclusions: not.map(input) });
  return matcher.match(text, [{ start: 0, end: text.length }], 'nl').length;
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const words = (count: number) => many(count, (index) => `woord${index % 5_000}`).join(' ');

const cases: [string, string[], string, string[]?][] = [
  [
    'gaps behind one common word',
    many(10_000, (index) => `de ... woord${index}`),
    `de ${words(100_000)}`.replace(/ (?=\w*7)/g, ' de '),
  ],
  [
    'gaps before one common word',
    many(10_000, (index) => `woord${index} ... de`),
    words(100_000).replace(/ (?=\w*7)/g, ' de '),
  ],
  [
    'phrases of one common word',
    many(10_000, (index) => `woord${index} de`),
    words(100_000).replace(/ (?=\w*7)/g, ' de '),
  ],
  [
    'gaps between prefixes of one word',
    many(60, (i) => many(60, (j) => `${'a'.repeat(i + 1)}* ... ${'a'.repeat(j + 1)}*`)).flat(),
    `${'a'.repeat(60)} `.repeat(300),
  ],
  [
    'one word over and over, with the most gaps',
    ['a ... a ... a ... a ... a ... a ... a ... a ... a', 'a a a a', 'a ... b'],
    'a '.repeat(20_000),
  ],
  ['the longest phrase, of one word', ['a '.repeat(40), 'a* '.repeat(40)], 'a '.repeat(40_000)],
  ['infixes in one another', many(300, (index) => `*${'a'.repeat(index + 1)}*`), 'a'.repeat(500_000)],
  [
    'infixes and suffixes in one another, in many words',
    many(100, (index) => [`*${'a'.repeat(index + 1)}*`, `*${'a'.repeat(index + 1)}`]).flat(),
    `${'a'.repeat(120)} `.repeat(2_000),
  ],
  ['signs only', ['-', '- -', '- ... x', '€ ... x'], `€${'- '.repeat(40_000)}`],
  [
    'white space only',
    ['a b', 'a ... b'],
    `a${' '.repeat(300_000)}b ${'a\n'.repeat(1_000)}${' '.repeat(300_000)}`,
  ],
  ['apostrophes', ["a'b", "'"], `a${"'".repeat(40_000)}b${"'a".repeat(40_000)}`],
  ['invisible characters', ['ab*', 'a ... b'], `a${'\u00AD'.repeat(300_000)}b ${'\u00AD'.repeat(300_000)}`],
  ['words broken at every line end', ['aa*', 'a- a', 'a ... aa'], 'a-\n'.repeat(50_000)],
  ['sentence ends', ['a ... b', '.'], `a ${'. '.repeat(30_000)}${'.'.repeat(30_000)}${'! )'.repeat(30_000)}`],
  ['a negator everywhere', ['woord*'], 'geen woord niet '.repeat(50_000)],
  ['abbreviations in one long word', ['*AB*', '*ABAB*'], 'abAb'.repeat(50_000)],
  ['exclusions everywhere', ['a', 'b'], 'a b '.repeat(50_000), ['a ... b', 'b a']],
  ['a regular expression in one long word', ['/a/'], 'a'.repeat(100_000)],
  ['the most and longest regular expressions', many(6, (index) => `/.{0,14${index}}x/`), 'a '.repeat(5_000)],
  [
    'a regular expression of alternatives',
    [`/${many(50, (index) => `w${index}`).join('|')}/`],
    words(50_000),
  ],
  ['thousands of alternatives', many(5_000, (index) => `alternatief${index}`), words(100_000)],
  ['a regular expression that backtracks', ['/(a|a)*b/', '/(a*)*b/'], 'a'.repeat(2_000)],
];

describe('the time of the worst cases grows with the text', () => {
  it.each(cases)(
    '%s',
    async (_, terms, text, not) => {
      const start = performance.now();
      expect(await countOf(terms, text, not)).toBeGreaterThanOrEqual(0);
      expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    },
    2 * LIMIT_MS,
  );
});
