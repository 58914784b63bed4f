import { describe, expect, it } from 'vitest';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';

const told = (text: string) =>
  parseNames('names.yaml', text).problems.map(({ start, code, args }) =>
    `${start.line + 1}:${start.character + 1} ${code} ${args.join(' | ')}`.trim(),
  );

describe('a file of names', () => {
  it('has a list for each kind, with a pseudonym behind each name', () => {
    const text =
      'persons:\n  Jan: Piet # ja\n  Kok: { pseudonym: Visser, capitals: true }\nplaces: { "\'s-Gravenhage": Plaats 1 }\n';
    const { names, problems } = parseNames('names.yaml', text);
    expect(problems).toEqual([]);
    expect(names.map(({ name, pseudonym, kind, capitals }) => [name, pseudonym, kind, capitals])).toEqual([
      ['Jan', 'Piet', 'persons', false],
      ['Kok', 'Visser', 'persons', true],
      ["'s-Gravenhage", 'Plaats 1', 'places', false],
    ]);
  });

  it.each([
    ['persons:\n  Jan:\n', '2:3 name-without-pseudonym Jan'],
    ['persons:\n  J: Piet\n', '2:3 name-too-short J'],
    ['persons:\n  Jan: a/b\n', '2:8 pseudonym-bad a/b'],
    ['persons:\n  Jan: Dhr. P.\n', '2:8 pseudonym-bad Dhr. P.'],
    ['persons:\n  René: Piet\n  RENE: Kees\n', '3:3 name-duplicate RENE | René'],
    ['persons:\n  Jan: Piet\n  Jan: Kees\n', '3:3 yaml-duplicate-key Jan'],
    ['persons:\n  Jan: Piet Kees\nplaces:\n  Kees: Oord\n', '2:3 pseudonym-is-name Piet Kees | Kees'],
    [
      'people:\n  Jan: Piet\n',
      '1:1 yaml-unknown-key people | the names | persons, places, organizations, others',
    ],
    ['persons: [Jan]\n', '1:10 yaml-not-a-mapping persons'],
    ['persons:\n  Jan: *x\n', '2:8 yaml-alias x'],
    ['', '1:1 file-empty'],
  ])('tells what is wrong in %j', (text, problem) => expect(told(text)).toContain(problem));

  it('keeps what is right beside what is wrong', () => {
    const { names } = parseNames('names.yaml', 'persons:\n  Jan:\n  Kees: Wim\nplaces: 3\n');
    expect(names.map(({ name }) => name)).toEqual(['Kees']);
  });

  it.each([
    '__proto__: { constructor: Piet }',
    'persons: { __proto__: Piet }',
    '[[[',
    '\ufeff%YAML 9',
    '&a [*a]',
    `${'['.repeat(5000)}`,
  ])('never throws: %j', (text) => expect(() => parseNames('names.yaml', text)).not.toThrow());
});
