import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/core/settings/parse';
import { marked, places } from '../support/problems';

const parse = (text: string) => {
  const { settings, problems } = parseSettings('study.yaml', text);
  return { costs: settings.cases[0]?.costs, cases: settings.cases, problems };
};

/** A calculation with one activity in the project alternative, and what else is given. */
const withLine = (line: string) =>
  [
    'cases:',
    '  - id: a',
    '    costs:',
    '      - id: b',
    '        projectAlternative:',
    '          activities:',
    `            - ${line}`,
  ].join('\n');
const withFixed = (line: string) => withLine(line).replace('activities', 'fixed');
const withTime = (fields: string) =>
  `cases: [{id: a, costs: [{id: b, projectAlternative: {fixed: [{name: n, price: 1, per: year, source: s}]}, timeSaving: {${fields}}}]}]`;

describe('costs in study.yaml', () => {
  it('are lines of prices and numbers, in two alternatives, with their sources', () => {
    const { costs, problems } = parse(
      [
        'cases:',
        '  - id: a',
        '    costs:',
        '      - id: b',
        '        name: {en: Video care, nl: Beeldzorg}',
        '        period: month',
        '        contact: consult',
        '        contacts: 40',
        '        nullAlternative:',
        '          name: Visit',
        '          activities:',
        '            - {name: Travel, price: 30.51, minutes: 15, source: report}',
        '        projectAlternative:',
        '          fixed:',
        '            - {name: Helpdesk, unit: hour, price: 50, number: "2,5", per: 3 years, source: {nl: rapport}}',
        '          activities:',
        '            - {name: Call, price: "0,5", source: report}',
        '        benefits:',
        '            - {name: Fuel, price: 1.00, number: 012, source: report}',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(costs).toEqual([
      {
        id: 'b',
        name: { en: 'Video care', nl: 'Beeldzorg' },
        period: 'month',
        contact: 'consult',
        contacts: 40,
        nullAlternative: {
          name: 'Visit',
          fixed: [],
          activities: [
            { name: 'Travel', unit: undefined, price: 3051, quantity: { minutes: 1500 }, source: 'report' },
          ],
        },
        projectAlternative: {
          name: undefined,
          fixed: [
            {
              name: 'Helpdesk',
              unit: 'hour',
              price: 5000,
              quantity: { number: 250 },
              per: { count: 3, unit: 'year' },
              source: { nl: 'rapport' },
            },
          ],
          activities: [
            { name: 'Call', unit: undefined, price: 50, quantity: { number: 100 }, source: 'report' },
          ],
        },
        benefits: [
          { name: 'Fuel', unit: undefined, price: 100, quantity: { number: 1200 }, source: 'report' },
        ],
        timeSaving: undefined,
      },
    ]);
  });

  it('may ask how much time must be saved', () => {
    const { costs, problems } = parse(
      withTime(
        'hourlyRate: {value: 99.5, source: s}, productiveHours: {value: 1140, source: s}, participation: {value: 25%, source: s}, movedOnline: {value: "12,5 %", source: s}',
      ),
    );
    expect(problems).toEqual([]);
    expect(costs![0]!.timeSaving).toEqual({
      hourlyRate: { value: 9950, source: 's' },
      productiveHours: { value: 114000, source: 's' },
      participation: { value: 2500, source: 's' },
      movedOnline: { value: 1250, source: 's' },
    });
  });

  it.each([
    [withLine('{name: n, price: 2.046, source: s}'), '7:32 cost-bad-figure', '2.046'],
    [withLine('{name: n, price: 1_000, source: s}'), '7:32 cost-bad-figure', '1_000'],
    [withLine('{name: n, price: -1, source: s}'), '7:32 cost-bad-figure', '-1'],
    [withLine('{name: n, price: 1e3, source: s}'), '7:32 cost-bad-figure', '1e3'],
    [withLine('{name: n, price: .inf, source: s}'), '7:32 cost-bad-figure', '.inf'],
    [withLine('{name: n, price: 1234567890, source: s}'), '7:32 cost-bad-figure', '1234567890'],
    [withLine('{name: n, price: € 3, source: s}'), '7:32 cost-bad-figure', '€ 3'],
    [withLine('{name: n, price: [3], source: s}'), '7:32 yaml-not-a-text', '[3]'],
    [withLine('{name: n, price: 1, number: few, source: s}'), '7:43 cost-bad-figure', 'few'],
    [withLine('{name: n, price: 1, minutes: few, source: s}'), '7:44 cost-bad-figure', 'few'],
    [
      withLine('{name: n, price: 1, number: 1, minutes: 2, source: s}'),
      '7:46 cost-number-and-minutes',
      'minutes',
    ],
    [withLine('{name: n, source: s}'), '7:15 cost-incomplete', '{name: n, source: s}'],
    [withLine('{price: 1, source: s}'), '7:15 cost-incomplete', '{price: 1, source: s}'],
    [withLine('{name: n, price: 1, source: s, per: year}'), '7:46 yaml-unknown-key', 'per'],
    [withFixed('{name: n, price: 1, source: s}'), '7:15 cost-incomplete', '{name: n, price: 1, source: s}'],
    [withFixed('{name: n, price: 1, per: day, source: s}'), '7:40 cost-bad-span', 'day'],
    [withFixed('{name: n, price: 1, per: 0 years, source: s}'), '7:40 cost-bad-span', '0 years'],
    [
      withTime('hourlyRate: {value: 1, source: s}').replace(/timeS.*/, 'period: day}]}]'),
      '1:115 cost-bad-period',
      'day',
    ],
    [withTime('').replace(/timeS.*/, 'contacts: -2}]}]'), '1:117 cost-bad-figure', '-2'],
    ['cases: [{id: a, costs: [{id: b, name: n}]}]', '1:30 cost-nothing', 'b'],
    ['cases: [{id: a, costs: [{id: b, projectAlternative: {fixed: []}}]}]', '1:30 cost-nothing', 'b'],
    ['cases: [{id: a, costs: [{name: n}]}]', '1:25 case-without-id', '{name: n}'],
    ['cases: [{id: a, costs: no}]', '1:24 yaml-not-a-list', 'no'],
  ])('%s: a mistake leaves the calculation out and has its place', (text, place, words) => {
    const { costs, cases, problems } = parse(text);
    expect(places(problems)).toEqual([place]);
    expect(marked(text, problems[0]!)).toBe(words);
    expect(costs).toEqual([]);
    expect(cases).toHaveLength(1);
  });

  it.each([
    ['hourlyRate: {value: 1, source: s}', 3],
    [
      'hourlyRate: {source: s}, productiveHours: {value: 1, source: s}, participation: {value: 1%, source: s}, movedOnline: {value: 1%, source: s}',
      1,
    ],
  ])('a time saving without all its figures (%s) is left out', (fields, count) => {
    const { costs, problems } = parse(withTime(fields));
    expect(problems.map(({ code }) => code)).toEqual(new Array(count).fill('cost-incomplete'));
    expect(costs).toEqual([]);
  });

  it.each(['25', '0%', '101%', '-5%'])('%s is no share', (share) => {
    const text = withTime(
      `hourlyRate: {value: 1, source: s}, productiveHours: {value: 1, source: s}, participation: {value: "${share}", source: s}, movedOnline: {value: 1%, source: s}`,
    );
    const { costs, problems } = parse(text);
    expect(problems.map(({ code }) => code)).toEqual(['cost-bad-share']);
    expect(marked(text, problems[0]!)).toBe(`"${share}"`);
    expect(costs).toEqual([]);
  });

  it('without a source count, and are told of at their name', () => {
    const text = withLine('{name: Call, price: 1}');
    const { costs, problems } = parse(text);
    expect(places(problems)).toEqual(['7:22 cost-no-source']);
    expect(marked(text, problems[0]!)).toBe('Call');
    expect(costs).toHaveLength(1);
  });

  it('are read as they are written, with a comma or a point', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom(',', '.'), fc.boolean(), (figure, mark, padded) => {
        const cents = String(figure % 100).padStart(2, '0');
        const decimals = padded ? cents : cents.replace(/0+$/, '');
        const text = `${Math.floor(figure / 100)}${decimals === '' ? '' : mark + decimals}`;
        const { costs } = parse(withLine(`{name: n, price: "${text}", source: s}`));
        expect(costs![0]!.projectAlternative.activities[0]!.price).toBe(figure);
      }),
      { numRuns: 50 },
    );
  });

  it('of a null alternative alone are nothing to compute, with or without sources', () => {
    const { costs, problems } = parse(withLine('{name: n, price: 1}').replace('project', 'null'));
    expect(problems.map(({ code }) => code).sort()).toEqual(['cost-no-source', 'cost-nothing']);
    expect(costs).toEqual([]);
  });

  it('with a mistake in them are named', () => {
    const { cases } = parse(
      withLine('{name: n, price: few, source: s}').replace('id: b', 'id: b\n        name: B'),
    );
    expect(cases[0]!.costsLeftOut).toEqual(['B']);
  });

  it('of one id count once', () => {
    const one = '{id: b, projectAlternative: {activities: [{name: n, price: 1, source: s}]}}';
    const { costs, problems } = parse(`cases: [{id: a, costs: [${one}, ${one}]}, {id: c, costs: [${one}]}]`);
    expect(problems.map(({ code }) => code)).toEqual(['cost-duplicate']);
    expect(costs).toHaveLength(1);
  });
});
