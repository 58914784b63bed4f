import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import { plainMapping } from '../../../src/core/yaml/plainMapping';

/** What a mapping holds, with the places of keys and values. */
function entriesOf(contents: unknown) {
  if (!isMap(contents)) return undefined;
  const node = (one: unknown) => (isScalar(one) ? [one.value, one.source, one.range] : one);
  return { range: contents.range, items: contents.items.map(({ key, value }) => [node(key), node(value)]) };
}

describe('a mapping of plain lines', () => {
  it('is read where every line is a key and a word, a few words or a date', () => {
    const text = 'organization: org-1\nrole: cliënt en mantelzorger (thuis)\ndate: 2024-03-01\n';
    expect(plainMapping(text)?.items.map(({ key, value }) => [key.value, value!.value])).toEqual([
      ['organization', 'org-1'],
      ['role', 'cliënt en mantelzorger (thuis)'],
      ['date', '2024-03-01'],
    ]);
  });

  it.each([
    '',
    'a:\n',
    'a: b\n\nc: d\n',
    'a: 12\n',
    'a: null\n',
    'a: True\n',
    'true: b\n',
    'a: [b]\n',
    'a: b # c\n',
    'a: b: c\n',
    'a: "b"\n',
    'a: b \n',
    'a: &b c\n',
    'a: b\n  c\n',
    'a: b\r\n',
    '- a: b\n',
    'a: !!str b\n',
  ])('is not read in %j', (text) => expect(plainMapping(text)).toBeUndefined());

  it('is the very one that a parser of YAML reads, or none', () => {
    const word = fc.constantFrom(
      'a',
      'org-1',
      'No',
      'y',
      'null',
      'cliënt',
      '2024-03-01',
      '12',
      "o'k",
      '.5',
      'x/y',
      '',
    );
    const mark = fc.constantFrom(
      ' ',
      '  ',
      ': ',
      ':',
      '#',
      ' #',
      '-',
      ',',
      '(',
      "'",
      '"',
      '&',
      '\t',
      '\u2028',
      '~',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
    const mixed = fc.array(fc.oneof(word, mark), { maxLength: 4 }).map((all) => all.join(''));
    const key = fc.constantFrom(
      'a',
      'role',
      'date',
      'organization',
      'participant',
      'true',
      'A',
      '<<',
      '__proto__',
    );
    const colon = fc.constantFrom(': ', ': ', ': ', ': ', ':', ':  ');
    const value = fc.oneof({ weight: 4, arbitrary: words }, mixed);
    const line = fc.tuple(key, colon, value).map((all) => all.join(''));
    const text = fc.tuple(fc.array(line, { maxLength: 3 }), fc.constantFrom('', '\n', '\n\n'));
    let read = 0;
    fc.assert(
      fc.property(text, ([lines, end]) => {
        const all = lines.join('\n') + end;
        const plain = plainMapping(all);
        if (!plain) return;
        read++;
        const parsed = parseDocument(all, { uniqueKeys: false, prettyErrors: false });
        expect(parsed.errors).toEqual([]);
        expect(entriesOf(plain)).toEqual(entriesOf(parsed.contents));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
