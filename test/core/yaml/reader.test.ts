import { describe, expect, it } from 'vitest';
import { filled, YamlReader } from '../../../src/core/yaml/reader';
import { marked, places } from '../support/problems';

const read = (text: string) => new YamlReader('a.yaml', text);

/** Reads `value: …` of a text with one of the reader's methods; the result with the problems it gave. */
function value<T>(text: string, take: (reader: YamlReader, node: Parameters<YamlReader['text']>[0]) => T) {
  const reader = read(text);
  const result = take(reader, reader.fields(reader.root, 'a file', ['value'])?.get('value')?.value);
  return { result, problems: places(reader.problems) };
}

describe('a text', () => {
  const text = (yaml: string) => value(yaml, (reader, node) => reader.text(node, 'value'));

  it.each([
    ['value: drempel', 'drempel'],
    ['value: "a: b"', 'a: b'],
    ['value: 012', '012'],
    ['value: 1e3', '1e3'],
    ['value: 0x1F', '0x1F'],
    ['value: true', 'true'],
    ['value: no', 'no'],
    ['value: 2021-12-01', '2021-12-01'],
    ['value: |\n  a\n  b', 'a\nb\n'],
    ['value: !!str 3', '3'],
  ])('of %j is %j', (yaml, expected) => {
    expect(text(yaml)).toEqual({ result: expected, problems: [] });
  });

  it.each([
    ['value:', '1:7 yaml-not-a-text'],
    ['value: ""', '1:8 yaml-not-a-text'],
    ['value: "  "', '1:8 yaml-not-a-text'],
    ['value: [a]', '1:8 yaml-not-a-text'],
    ['value: {a: b}', '1:8 yaml-not-a-text'],
    ['value: null', '1:8 yaml-not-a-text'],
    ['value: *kosten', '1:8 yaml-alias'],
    ['{value}', '1:7 yaml-not-a-text'],
    ['? value', '1:8 yaml-not-a-text'],
  ])('is not %j', (yaml, problem) => {
    expect(text(yaml)).toEqual({ result: undefined, problems: [problem] });
  });
});

describe('numbers and flags', () => {
  it.each([
    ['value: 3', 3, []],
    ['value: -3', -3, []],
    ['value: 3.5', undefined, ['1:8 yaml-not-a-number']],
    ['value: "3"', undefined, ['1:8 yaml-not-a-number']],
    ['value: .inf', undefined, ['1:8 yaml-not-a-number']],
    ['value: 99999999999999999999', undefined, ['1:8 yaml-not-a-number']],
    ['value: *a', undefined, ['1:8 yaml-alias']],
  ])('%j as a number is %j', (yaml, result, problems) => {
    expect(value(yaml, (reader, node) => reader.integer(node, 'value'))).toEqual({ result, problems });
  });

  it.each([
    ['value: true', true, []],
    ['value: False', false, []],
    ['value: yes', undefined, ['1:8 yaml-not-a-flag']],
    ['value: 1', undefined, ['1:8 yaml-not-a-flag']],
    ['value: *a', undefined, ['1:8 yaml-alias']],
  ])('%j as a flag is %j', (yaml, result, problems) => {
    expect(value(yaml, (reader, node) => reader.flag(node, 'value'))).toEqual({ result, problems });
  });
});

describe('lists', () => {
  it.each([
    ['value: [a, 1]', ['a', '1'], []],
    ['value:\n  - a\n  - b', ['a', 'b'], []],
    ['value:', [], []],
    ['value: a', [], ['1:8 yaml-not-a-list']],
    ['value: {a: b}', [], ['1:8 yaml-not-a-list']],
    ['value: *a', [], ['1:8 yaml-alias']],
    ['value:\n  - a\n  -\n  - b', ['a', 'b'], ['3:4 yaml-not-a-text']],
    ['value: [a, [b], c]', ['a', 'c'], ['1:12 yaml-not-a-text']],
    ['value:\n  - *financ*\n  - a', ['a'], ['2:5 yaml-alias']],
  ])('of %j are %j', (yaml, result, problems) => {
    expect(value(yaml, (reader, node) => reader.texts(node, 'value').map(({ text }) => text))).toEqual({
      result,
      problems,
    });
  });

  it('may be a lone text where that is allowed', () => {
    const read = (yaml: string) => value(yaml, (reader, node) => reader.textOrTexts(node, 'value'));
    expect(read('value: I')).toEqual({ result: ['I'], problems: [] });
    expect(read('value: [I, J]')).toEqual({ result: ['I', 'J'], problems: [] });
    expect(read('value: {a: b}')).toEqual({ result: [], problems: ['1:8 yaml-not-a-text'] });
  });
});

describe('texts per language', () => {
  const localized = (yaml: string) => value(yaml, (reader, node) => reader.localized(node, 'value'));

  it.each([
    ['value: a', 'a', []],
    ['value: {en: a, nl: b}', { en: 'a', nl: 'b' }, []],
    ['value: {nl-BE: a}', { 'nl-BE': 'a' }, []],
    ['value: {no: a}', { no: 'a' }, []],
    ['value: {dutch: a, nl: b}', { nl: 'b' }, ['1:9 yaml-not-a-language']],
    ['value: {__proto__: a, nl: b}', { nl: 'b' }, ['1:9 yaml-not-a-language']],
    ['value: {en: [a]}', undefined, ['1:13 yaml-not-a-text']],
    ['value: {}', undefined, []],
    ['value: [a]', undefined, ['1:8 yaml-not-a-text']],
  ])('of %j are %j', (yaml, result, problems) => {
    expect(localized(yaml)).toEqual({ result, problems });
  });

  it('may be lists', () => {
    const lists = (yaml: string) =>
      value(yaml, (reader, node) =>
        reader
          .localizedLists(node, 'value')
          .map(({ language, items }) => [language, ...items.map(({ text }) => text)]),
      );
    expect(lists('value: [a, b]').result).toEqual([[undefined, 'a', 'b']]);
    expect(lists('value: {en: [a], nl: [b]}').result).toEqual([
      ['en', 'a'],
      ['nl', 'b'],
    ]);
    expect(lists('value: {nl: b}').problems).toEqual(['1:13 yaml-not-a-list']);
  });
});

describe('keys', () => {
  const keys = (text: string) => {
    const reader = read(text);
    return {
      keys: [...(reader.fields(reader.root, 'a file', ['a', 'b'])?.keys() ?? [])],
      problems: places(reader.problems),
    };
  };

  it.each([
    ['a: 1\nb: 2', ['a', 'b'], []],
    ['a: 1\nc: 2', ['a'], ['2:1 yaml-unknown-key']],
    ['a: 1\na: 2', ['a'], ['2:1 yaml-duplicate-key']],
    ['[x]: 1\na: 2', ['a'], ['1:1 yaml-bad-key']],
    ['? {x: y}\n: 1\na: 2', ['a'], ['1:3 yaml-bad-key']],
    ['__proto__: {b: 1}\na: 2', ['a'], ['1:1 yaml-unknown-key']],
    ['constructor: 1\na: 2', ['a'], ['1:1 yaml-unknown-key']],
    ['<<: {b: 1}\na: 2', ['a'], ['1:1 yaml-unknown-key']],
    ['- a', [], ['1:1 yaml-not-a-mapping']],
    ['a', [], ['1:1 yaml-not-a-mapping']],
    ['*a', [], ['1:1 yaml-alias']],
  ])('of %j are %j', (text, expected, problems) => {
    expect(keys(text)).toEqual({ keys: expected, problems });
  });

  it('give the first value where they stand twice', () => {
    const { result } = value('value: first\nvalue: second', (reader, node) => reader.text(node, 'value'));
    expect(result).toBe('first');
  });

  it('without a value are as good as none', () => {
    const reader = read('a:\nb: ~');
    const fields = reader.fields(reader.root, 'a file', ['a', 'b'])!;
    expect(filled(fields, 'a')).toBeUndefined();
    expect(filled(fields, 'b')).toBeUndefined();
    expect(filled(fields, 'c')).toBeUndefined();
  });
});

describe('what is no YAML', () => {
  it.each([
    ['a: [1, 2', 'yaml-syntax'],
    ['a: "x', 'yaml-syntax'],
    ['\ta: 1', 'yaml-syntax'],
    ['a: b: c', 'yaml-syntax'],
    ['a: 1\n---\nb: 2', 'yaml-syntax'],
    ['<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x', 'yaml-syntax'],
    ['%YAML 9\n---\na: 1', undefined],
    ['\0', undefined],
  ])('%j is a problem, not an exception', (text, code) => {
    const problems = read(text).problems;
    if (code) expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('has its problem on the line of a conflict marker', () => {
    const { problems } = read('codes:\n  - id: a\n<<<<<<< HEAD\n  - id: b\n=======\n  - id: c\n>>>>>>> x\n');
    expect(problems.map(({ start }) => start.line)).toContain(2);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['list items on one line', `${'- '.repeat(100_000)}x`],
    ['keys on one line', `${'? '.repeat(100_000)}x`],
    ['indented lines', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nested too deeply by %s does not reach the parser', (_, text) => {
    const reader = read(text);
    expect(reader.problems.map(({ code }) => code)).toEqual(['yaml-too-deep']);
    expect(reader.root).toBeUndefined();
  });

  it('is not what is merely long', () => {
    const text = `a: ${'['.repeat(90)}${']'.repeat(90)}\nb:\n${'  - [x]\n'.repeat(1000)}`;
    expect(read(text).problems).toEqual([]);
    expect(read(`# ${'-'.repeat(300)}\na: 1`).problems).toEqual([]);
  });
});

describe('places', () => {
  it('count from the offset of a part of a file', () => {
    const file = '---\na: [\n---\n';
    const reader = new YamlReader('a.txt', 'a: [\n', 4, file);
    expect(reader.problems[0]!.start.line).toBeGreaterThanOrEqual(1);
    const deep = new YamlReader('a.txt', '['.repeat(200), 4, `---\n${'['.repeat(200)}`);
    expect(places(deep.problems)).toEqual(['2:101 yaml-too-deep']);
  });

  it('mark the value, in code units', () => {
    const text = 'b: "😀", a: x\n';
    const reader = read('{b: "😀", c: x}');
    reader.fields(reader.root, 'a file', ['b']);
    expect(marked('{b: "😀", c: x}', reader.problems[0]!)).toBe('c');
    expect(text).toContain('😀');
  });
});
