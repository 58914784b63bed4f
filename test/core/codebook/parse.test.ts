import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offeredCodes } from '../../../src/core/codebook/codebook';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { describeProblem } from '../../../src/core/problem';
import { marked, places } from '../support/problems';

const domains = ['finance', 'skills'];
const parse = (text: string) => parseCodebook('codebook.yaml', text, domains);
const parseWithoutScale = (text: string) => parseCodebook('codebook.yaml', text, undefined);
const problemsOf = async (text: string) => (await parse(text)).problems;
const sample = readFileSync(join(import.meta.dirname, '../../../media/sample-study/codebook.yaml'), 'utf8');

describe('a codebook', () => {
  it('is a tree of codes', async () => {
    const { codebook, problems } = await parse(
      [
        'codes:',
        '  - id: barrier',
        '    was: [obstacle]',
        '    name: {en: Barrier, nl: Belemmering}',
        '    color: "#AA0011"',
        '    polarity: hinders',
        '    domains: [finance]',
        '    definition: What hinders.',
        '    include: {nl: Wel.}',
        '    exclude: {nl: Niet.}',
        '    examples: {nl: ["Te duur."]}',
        '    terms: {nl: ["belemmer*"], en: [barrier]}',
        '    not: ["geluidsbarrière"]',
        '    codes:',
        '      - {id: skills, name: Skills}',
        '      - id: old',
        '        name: Old',
        '        color: "#0f0"',
        '        polarity: helps',
        '        domains: []',
        '        retired: true',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    const [barrier, skills, old] = codebook.codes;
    expect(codebook.roots).toEqual([barrier]);
    expect(barrier).toMatchObject({
      id: 'barrier',
      path: 'barrier',
      color: '#aa0011',
      was: ['obstacle'],
      examples: [{ language: 'nl', text: 'Te duur.' }],
      retired: false,
    });
    expect(barrier!.terms.map(({ source, language }) => [source, language])).toEqual([
      ['belemmer*', 'nl'],
      ['barrier', 'en'],
    ]);
    expect(barrier!.exclusions).toHaveLength(1);
    expect(skills).toMatchObject({
      path: 'barrier/skills',
      color: '#aa0011',
      polarity: 'hinders',
      domains: ['finance'],
    });
    expect(old).toMatchObject({ color: '#00ff00', polarity: 'helps', domains: [], retired: true });
    expect(skills!.parent).toBe(barrier);
    expect(barrier!.children).toEqual([skills, old]);
    expect(codebook.byId.get('obstacle')).toBe(barrier);
    expect(offeredCodes(codebook)).toEqual([barrier, skills]);
  });

  it('needs no more than ids; colors come from a palette', async () => {
    const { codebook, problems } = await parse('codes:\n  - id: a\n  - id: b\n');
    expect(places(problems)).toEqual(['2:9 code-name-missing', '3:9 code-name-missing']);
    expect(codebook.codes.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(new Set(codebook.codes.map(({ color }) => color)).size).toBe(2);
  });

  it.each(['', '\n', '# a comment\n', 'codes:\n', 'codes: []\n', '---\n'])(
    'without codes (%j) says so',
    async (text) => {
      expect(places(await problemsOf(text))).toEqual(['1:1 codebook-no-codes']);
    },
  );

  it('may leave keys empty', async () => {
    const empty = [
      'was',
      'retired',
      'polarity',
      'domains',
      'definition',
      'include',
      'exclude',
      'examples',
      'terms',
      'not',
      'codes',
    ];
    const text = `codes:\n  - id: a\n    name: A\n${empty.map((key) => `    ${key}:\n`).join('')}`;
    const { codebook, problems } = await parse(text);
    expect(problems).toEqual([]);
    expect(codebook.codes).toHaveLength(1);
  });
});

describe('a mistake has its place, and the rest works', () => {
  const around = (lines: string) =>
    `codes:\n  - {id: first, name: First}\n${lines}\n  - {id: last, name: Last}\n`;

  it.each([
    ['unknown key', '  - {id: x, name: X, colour: red}', '3:22 yaml-unknown-key', 'colour', true],
    ['no id', '  - name: X', '3:5 code-without-id', 'name: X', false],
    ['empty id', '  - id:\n    name: X', '3:5 code-without-id', 'id:', false],
    ['bad id', '  - {id: "a b", name: X}', '3:10 code-bad-id', '"a b"', false],
    ['id with a slash', '  - {id: a/b, name: X}', '3:10 code-bad-id', 'a/b', false],
    ['id that is a list', '  - {id: [a], name: X}', '3:10 yaml-not-a-text', '[a]', false],
    ['duplicate id', '  - {id: first, name: X}', '3:10 code-duplicate-id', 'first', false],
    ['empty term', '  - {id: x, name: X, terms: [""]}', '3:30 yaml-not-a-text', '""', true],
    ['term without letters', '  - {id: x, name: X, terms: ["//"]}', '3:30 term-empty', '"//"', true],
    ['wildcard only', '  - {id: x, name: X, terms: ["*"]}', '3:30 term-wildcard-only', '"*"', true],
    ['wildcard inside', '  - {id: x, name: X, terms: ["a*b"]}', '3:30 term-wildcard-inside', '"a*b"', true],
    ['gap at the edge', '  - {id: x, name: X, terms: ["... a"]}', '3:30 term-gap-at-edge', '"... a"', true],
    [
      'gaps side by side',
      '  - {id: x, name: X, terms: ["a ... ... b"]}',
      '3:30 term-gap-repeated',
      '"a ... ... b"',
      true,
    ],
    [
      'too many gaps',
      '  - {id: x, name: X, terms: ["a ... b ... c ... d ... e ... f ... g ... h ... i ... j"]}',
      '3:30 term-too-many-gaps',
      undefined,
      true,
    ],
    ['term of punctuation', '  - {id: x, name: X, terms: ["/"]}', '3:30 term-regex-unclosed', '"/"', true],
    [
      'bad regular expression',
      '  - {id: x, name: X, terms: ["/(/"]}',
      '3:30 term-regex-invalid',
      '"/(/"',
      true,
    ],
    [
      'regular expression with flags',
      '  - {id: x, name: X, terms: ["/a/g"]}',
      '3:30 term-regex-flags',
      '"/a/g"',
      true,
    ],
    [
      'look-around',
      '  - {id: x, name: X, terms: ["/a(?=b)/"]}',
      '3:30 term-regex-unsupported',
      '"/a(?=b)/"',
      true,
    ],
    [
      'back-reference',
      '  - {id: x, name: X, terms: ["/(a)\\\\1/"]}',
      '3:30 term-regex-unsupported',
      undefined,
      true,
    ],
    ['term under not', '  - {id: x, name: X, not: ["*"]}', '3:28 term-wildcard-only', '"*"', true],
    [
      'unquoted wildcard in a list',
      '  - id: x\n    name: X\n    terms:\n      - *financ*',
      '6:9 yaml-alias',
      '*financ*',
      true,
    ],
    [
      'unquoted wildcard in brackets',
      '  - {id: x, name: X, terms: [*financ*, a]}',
      '3:30 yaml-alias',
      '*financ*',
      true,
    ],
    ['alias', '  - {id: x, name: &n X, definition: *n}', '3:37 yaml-alias', '*n', true],
    ['a circle of aliases', '  - &c {id: x, name: X, codes: [*c]}', '3:33 yaml-alias', '*c', true],
    ['unknown domain', '  - {id: x, name: X, domains: [money]}', '3:32 code-unknown-domain', 'money', true],
    [
      'domain that is no list',
      '  - {id: x, name: X, domains: finance}',
      '3:31 yaml-not-a-list',
      'finance',
      true,
    ],
    ['unquoted color', '  - id: x\n    name: X\n    color: #123456', '5:5 code-bad-color', 'color', true],
    ['color by name', '  - {id: x, name: X, color: red}', '3:29 code-bad-color', 'red', true],
    ['color as a number', '  - {id: x, name: X, color: 123456}', '3:29 code-bad-color', '123456', true],
    ['polarity', '  - {id: x, name: X, polarity: hampers}', '3:32 code-bad-polarity', 'hampers', true],
    ['retired', '  - {id: x, name: X, retired: perhaps}', '3:31 yaml-not-a-flag', 'perhaps', true],
    ['language', '  - {id: x, name: {dutch: X, nl: Y}}', '3:20 yaml-not-a-language', 'dutch', true],
    ['terms that are no list', '  - {id: x, name: X, terms: a}', '3:29 yaml-not-a-list', 'a', true],
    ['code that is a text', '  - just words', '3:5 yaml-not-a-mapping', 'just words', false],
    ['empty code', '  -', '3:4 yaml-not-a-mapping', '', false],
    [
      '__proto__',
      '  - {id: x, name: X, __proto__: {retired: true}}',
      '3:22 yaml-unknown-key',
      '__proto__',
      true,
    ],
    ['id twice', '  - {id: x, name: X, id: y}', '3:22 yaml-duplicate-key', 'id', true],
    ['taken-over id of a code', '  - {id: x, name: X, was: [last]}', '3:28 code-was-taken', 'last', true],
  ])('%s', async (_, lines, place, words, kept) => {
    const text = around(lines);
    const { codebook, problems } = await parse(text);
    expect(places(problems)).toEqual([place]);
    if (words !== undefined) expect(marked(text, problems[0]!)).toBe(words);
    expect(codebook.codes.map(({ id }) => id)).toEqual(kept ? ['first', 'x', 'last'] : ['first', 'last']);
    expect(describeProblem(problems[0]!)).not.toMatch(/\{\d\}|undefined/);
  });

  it('keeps the children of a code that is left out, and finds mistakes in nested codes', async () => {
    const text =
      'codes:\n  - name: X\n    codes:\n      - id: child\n        name: C\n        codes:\n          - id: grandchild\n            nome: G\n';
    const { codebook, problems } = await parse(text);
    expect(places(problems)).toEqual([
      '2:5 code-without-id',
      '8:13 yaml-unknown-key',
      '7:17 code-name-missing',
    ]);
    expect(codebook.codes.map(({ path }) => path)).toEqual(['child', 'child/grandchild']);
  });

  it('keeps the other terms of a code with a bad one', async () => {
    const { codebook } = await parse('codes:\n  - {id: x, name: X, terms: [a, "*", b, "/(/", "/c+/"]}');
    expect(codebook.codes[0]!.terms.map(({ source }) => source)).toEqual(['a', 'b', '/c+/']);
  });

  it('tells on which line an id was used before', async () => {
    const [problem] = await problemsOf('codes:\n  - {id: a, name: A}\n  - {id: a, name: B}');
    expect(describeProblem(problem!)).toContain('on line 2');
  });

  it('lets no second code take over an id', async () => {
    const { codebook, problems } = await parse(
      'codes:\n  - {id: a, name: A, was: [o]}\n  - {id: b, name: B, was: [o]}',
    );
    expect(places(problems)).toEqual(['3:28 code-was-taken']);
    expect(codebook.byId.get('o')!.id).toBe('a');
  });

  it('checks domains only against a scale that is there', async () => {
    expect((await parseWithoutScale('codes:\n  - {id: a, name: A, domains: [money]}')).problems).toEqual([]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('takes the id %s for an id', async (id) => {
    const { codebook, problems } = await parse(`codes:\n  - {id: ${id}, name: X}`);
    expect(problems).toEqual([]);
    expect(codebook.byId.get(id)!.id).toBe(id);
  });

  it('reaches no prototype', async () => {
    await parse(
      '__proto__: {polluted: 1}\ncodes:\n  - {id: __proto__, name: {__proto__: x}, terms: {__proto__: [a]}}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('at the top does not hide the codes', async () => {
    const { codebook, problems } = await parse('version: 1\ncodes:\n  - {id: a, name: A}\n');
    expect(places(problems)).toEqual(['1:1 yaml-unknown-key']);
    expect(codebook.codes).toHaveLength(1);
  });
});

describe('a large or broken codebook', () => {
  it('of 10,000 codes is read', async () => {
    const codes = Array.from(
      { length: 10_000 },
      (_, index) => `  - {id: c${index}, name: Code ${index}, terms: ["woord${index}*"]}`,
    );
    const { codebook, problems } = await parse(`codes:\n${codes.join('\n')}\n`);
    expect(problems).toEqual([]);
    expect(codebook.codes).toHaveLength(10_000);
    expect(codebook.byId.size).toBe(10_000);
  }, 60_000);

  it('the sample study’s has no problems', async () => {
    expect((await parseWithoutScale(sample)).problems).toEqual([]);
  });

  it('cut at any byte is read or has problems, and never throws', async () => {
    const bytes = new TextEncoder().encode(sample.slice(0, 2500));
    const whole = (await parseWithoutScale(sample)).codebook.codes.map(({ id }) => id);
    for (let length = 0; length <= bytes.length; length++) {
      const text = new TextDecoder().decode(bytes.subarray(0, length));
      const { codebook, problems } = await parseWithoutScale(text);
      if (problems.length === 0) expect(codebook.codes.length).toBeGreaterThan(0);
      // The last id may itself be cut.
      const ids = codebook.codes.map(({ id }) => id);
      expect(ids.slice(0, -1)).toEqual(whole.slice(0, Math.max(0, ids.length - 1)));
    }
  }, 60_000);
});
