import { describe, expect, it } from 'vitest';
import { parseTerm } from '../../../src/core/terms/pattern';
import { checkRegexTerm } from '../../../src/core/terms/regexTerm';

const problemOf = (term: string) => {
  const parsed = parseTerm(term);
  return 'problem' in parsed ? parsed.problem : undefined;
};

const tokensOf = (term: string) => {
  const parsed = parseTerm(term);
  if ('problem' in parsed || parsed.pattern.kind === 'regex') throw new Error(term);
  return parsed.pattern.tokens.map(({ kind, text, joint, openStart, openEnd }, index) => {
    const before = index === 0 ? '' : { glued: '', space: '_', gap: '...' }[joint];
    return `${before}${openStart ? '*' : ''}${kind === 'symbol' ? `[${text}]` : text}${openEnd ? '*' : ''}`;
  });
};

describe('a term', () => {
  it.each([
    ['drempel', ['drempel']],
    [' Drempel ', ['drempel']],
    ['belemmer*', ['belemmer*']],
    ['*kosten', ['*kosten']],
    ['*financ*', ['*financ*']],
    ['wet- en regelgeving', ['wet', '[-]', '_en', '_regelgeving']],
    ['p  x\tq', ['p', '_x', '_q']],
    ['neemt ... weg', ['neemt', '...weg']],
    ['neemt…weg', ['neemt', '...weg']],
    ['loop* ... tegen* aan', ['loop*', '...tegen*', '_aan']],
    ['CE-markering', ['ce', '[-]', 'markering']],
    ['co\u2011creatie*', ['co', '[-]', 'creatie*']],
    ['R&D', ['r', '[&]', 'd']],
    ['€', ['[€]']],
    ['50 %', ['50', '_[%]']],
    ['auto’s', ["auto's"]],
    ["'s avonds", ["[']", 's', '_avonds']],
    ['Ca\u0301fé\u00AD', ['cafe']],
    ['straße', ['strasse']],
    ['en/of', ['en', '[/]', 'of']],
    ['😀', ['[😀]']],
  ])('%j has the tokens %j', (term, tokens) => {
    expect(tokensOf(term)).toEqual(tokens);
  });

  it.each([
    ['AVG', true],
    ['NEN 7510', true],
    ['AVG*', true],
    ['CE-MDR', true],
    ['ÉÉN', true],
    ['WKKGZA', true],
    ['GEGEVENS', false],
    ['Avg', false],
    ['p x q', false],
    ['X', false],
    ['Wet BIG', false],
    ['7510', false],
    ['日本', false],
  ])('%j is case-sensitive: %s', (term, expected) => {
    expect(parseTerm(term)).toMatchObject({ pattern: { caseSensitive: expected } });
  });

  it.each([
    ['', 'term-empty'],
    [' \u00AD\n', 'term-empty'],
    ['//', 'term-empty'],
    ['*', 'term-wildcard-only'],
    ['**', 'term-wildcard-only'],
    ['de * kosten', 'term-wildcard-only'],
    ['zorg*kosten', 'term-wildcard-inside'],
    ['kosten**', 'term-wildcard-inside'],
    ['€*', 'term-wildcard-inside'],
    ['*-markering', 'term-wildcard-inside'],
    ['... weg', 'term-gap-at-edge'],
    ['neemt ...', 'term-gap-at-edge'],
    ['…', 'term-gap-at-edge'],
    ['neemt ... … weg', 'term-gap-repeated'],
    ['a … b … c … d … e … f … g … h … i … j', 'term-too-many-gaps'],
    ['/pilot', 'term-regex-unclosed'],
    ['/', 'term-regex-unclosed'],
    ['/pilot/i', 'term-regex-flags'],
    ['/pilot/ en', 'term-regex-unclosed'],
  ])('%j is refused as %s', (term, code) => {
    expect(problemOf(term)).toMatchObject({ code, args: expect.arrayContaining([term]) });
  });

  it('has at most 40 words and marks', () => {
    expect(problemOf('a '.repeat(40))).toBeUndefined();
    expect(problemOf('ja '.repeat(41))).toEqual({
      code: 'term-too-long',
      args: [`${'ja '.repeat(20)}…`, '40'],
    });
  });

  it('is a regular expression between slashes', () => {
    expect(parseTerm('/a\\/b|c/')).toEqual({ pattern: { kind: 'regex', source: 'a\\/b|c' } });
  });
});

describe('a regular expression', () => {
  it.each(['/pilots?/', '/(a+)+$/', '/\\p{Lu}\\w+/', 'drempel'])('%j can be used', async (term) => {
    expect(await checkRegexTerm(term)).toBeUndefined();
  });

  it.each([
    '/.{0,1000}x/',
    '/a{301}/',
    '/(a{10}){1,30}/',
    `/${'a?'.repeat(151)}/`,
    `/(?:${'[ab]'.repeat(40)}){4,}/`,
    `/${'('.repeat(2000)}a${')'.repeat(2000)}/`,
    '/a{1,1000}{1,1000}/',
  ])('%j is refused as too long once it is written out', async (term) => {
    expect(await checkRegexTerm(term)).toEqual({ code: 'term-regex-too-long', args: [term, '300'] });
  });

  it.each([
    '/a{300}/',
    '/(?:zorg|behandel){1,3} ?plan/',
    `/${'woord|'.repeat(40)}einde/`,
    '/[{300}]\\{400}/',
  ])('%j is not too long', async (term) => {
    expect(await checkRegexTerm(term)).toBeUndefined();
  });

  it.each([
    ['/(pilot/', 'missing closing )'],
    ['/[z-a]/', 'invalid character class range'],
    ['/a**/', 'invalid nested repetition operator'],
  ])('%j is refused as not valid: %s', async (term, reason) => {
    expect(await checkRegexTerm(term)).toEqual({ code: 'term-regex-invalid', args: [term, reason] });
  });

  it.each([
    ['/a(?=b)/', '(?='],
    ['/a(?!b)/', '(?!'],
    ['/(?<=a)b/', '(?<='],
    ['/(?<!a)b/', '(?<!'],
    ['/(a)\\1/', '\\1'],
    ['/(?<n>a)\\k<n>/', '\\k'],
  ])('%j is refused for %s, which needs more than linear time', async (term, construct) => {
    expect(await checkRegexTerm(term)).toEqual({ code: 'term-regex-unsupported', args: [term, construct] });
  });
});
