import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../../../../src/core/random';
import {
  alphaOfContingency,
  alphaOfRows,
  krippendorffAlpha,
  type Metric,
  type Unit,
} from '../../../../src/core/review/statistics/alpha';
import { contingencyOf, contingencyOfPairs } from '../../../../src/core/review/statistics/contingency';
import { fleissKappa } from '../../../../src/core/review/statistics/fleiss';
import { scottPi } from '../../../../src/core/review/statistics/kappa';
import { countMarked, rowsOfMarks } from '../../../../src/core/review/statistics/rows';
import { tableOfMarked } from '../../support/tables';
import { independentCoders } from './coders';

const metrics: Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

const fleiss1971 =
  `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444
 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`
    .trim()
    .split(/\s+/);

/** Units written as a digit for each coder, a dot where one is missing. */
function unitsOf(groups: readonly string[]): Unit<number>[] {
  return groups.map((group) => [...group].map((value) => (value === '.' ? null : Number(value))));
}

const units: fc.Arbitrary<Unit<number>[]> = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: 3, maxLength: 3 }),
  { maxLength: 12 },
);

function rowsOf(groups: readonly string[]): number[][] {
  return groups.map((group) => ['1', '2', '3', '4', '5'].map((value) => group.split(value).length - 1));
}

function alphas(of: readonly Unit<number>[]) {
  return metrics.map((metric) => krippendorffAlpha(of, metric));
}

function expectClose(one: ReturnType<typeof alphas>, other: ReturnType<typeof alphas>): void {
  for (const [index, { value }] of one.entries()) {
    if (value === null) expect(other[index]).toEqual(one[index]);
    else expect(other[index]!.value).toBeCloseTo(value, 10);
  }
}

describe('krippendorffAlpha', () => {
  it.each([
    ['nominal', 0.7434],
    ['ordinal', 0.8154],
    ['interval', 0.8491],
    ['ratio', 0.7974],
  ] as const)('is as published for four coders, %s', (metric, alpha) => {
    const groups = '11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.'.split(' ');
    expect(krippendorffAlpha(unitsOf(groups), metric).value).toBeCloseTo(alpha, 4);
  });

  it.each([
    ['nominal', 0.6914],
    ['ordinal', 0.8067],
    ['interval', 0.8108],
  ] as const)('is as published for three coders, %s', (metric, alpha) => {
    const coders = ['.....34121133.3', '1.213343.......', '..21344.21133.4'];
    const groups = [...coders[0]!].map((_, unit) => coders.map((coder) => coder[unit]!).join(''));
    expect(krippendorffAlpha(unitsOf(groups), metric).value).toBeCloseTo(alpha, 4);
  });

  it('is as published for ten units of two values', () => {
    const pairs = unitsOf(['10', '11', '01', '00', '00', '01', '00', '01', '00', '00']);
    expect(krippendorffAlpha(pairs, 'nominal').value).toBeCloseTo(0.0952, 4);
  });

  it('is undefined for one value, and without units that two coders coded', () => {
    for (const metric of metrics) {
      expect(krippendorffAlpha(unitsOf(['33', '33', '2.']), metric)).toEqual({
        value: null,
        undefined: 'one-value-only',
      });
      expect(krippendorffAlpha(unitsOf(['3.', '.2', '..']), metric)).toEqual({
        value: null,
        undefined: 'no-units',
      });
      expect(krippendorffAlpha([], metric)).toEqual({ value: null, undefined: 'no-units' });
    }
  });

  it('takes two zeros of a ratio for equal', () => {
    expect(krippendorffAlpha(unitsOf(['00', '11']), 'ratio')).toEqual({ value: 1 });
  });

  it('is 1 at perfect agreement with variation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2 }), (values) => {
        fc.pre(new Set(values).size > 1);
        for (const alpha of alphas(values.map((value) => [value, null, value, value])))
          expect(alpha).toEqual({ value: 1 });
      }),
    );
  });

  it('is near 0 for independent random coders', () => {
    const [first, second, third] = independentCoders(3, 10_000, [0.3, 0.3, 0.3]).map((list) => new Set(list));
    const all = Array.from({ length: 10_000 }, (_, unit) =>
      [first!, second!, third!].map((marked) => (marked.has(unit) ? 1 : 0)),
    );
    expect(Math.abs(krippendorffAlpha(all, 'nominal').value!)).toBeLessThan(0.03);
  });

  it('depends neither on the order of coders nor on that of units', () => {
    fc.assert(
      fc.property(units, fc.integer(), (given, seed) => {
        const random = seeded(seed);
        expectClose(alphas(given), alphas(shuffled(given, random)));
        expectClose(alphas(given), alphas(given.map((unit) => shuffled(unit, random))));
      }),
    );
  });

  it('takes counts for so many units', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            units.map((all) => all[0] ?? [1, 2, 1]),
            fc.nat({ max: 3 }),
          ),
        ),
        (kinds) => {
          const repeated = kinds.flatMap(([unit, count]) => Array.from({ length: count }, () => unit));
          for (const metric of metrics) {
            const counted = krippendorffAlpha(
              kinds.map(([unit]) => unit),
              metric,
              kinds.map(([, count]) => count),
            );
            expectClose([counted], [krippendorffAlpha(repeated, metric)]);
          }
        },
      ),
    );
  });

  it('is one figure, by units and by the table of two coders', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        expectClose(
          [alphaOfContingency(contingencyOfPairs(pairs, [1, 2, 3]))],
          [krippendorffAlpha(pairs, 'nominal')],
        );
      }),
    );
  });
});

describe('alphaOfRows', () => {
  it('is the alpha of the units that the rows tell of', () => {
    expect(alphaOfRows(rowsOf(fleiss1971)).value).toBeCloseTo(
      krippendorffAlpha(unitsOf(fleiss1971), 'nominal').value!,
      10,
    );
    expect(alphaOfRows([])).toEqual({ value: null, undefined: 'no-units' });
  });

  it('takes units that were coded by different numbers of coders', () => {
    fc.assert(
      fc.property(units, (given) => {
        const rows = given.map((unit) =>
          [1, 2, 3, 4, 5].map((value) => unit.filter((each) => each === value).length),
        );
        expectClose([alphaOfRows(rows)], [krippendorffAlpha(given, 'nominal')]);
      }),
    );
  });
});

describe('units that coders marked', () => {
  const rowsOfMarked = (coders: readonly (readonly number[])[], units: number) => {
    const counts = new Array<number>(coders.length + 1).fill(0);
    countMarked(counts, coders, units);
    counts[0] = units - counts.reduce((sum, count) => sum + count, 0);
    return { rows: rowsOfMarks(coders.length), counts };
  };
  const marks = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 20 });
  const markedBy = (given: readonly boolean[][], coder: number) =>
    [...given.keys()].filter((unit) => given[unit]![coder]);

  it('counts units by how many coders marked them', () => {
    expect(
      rowsOfMarked(
        [
          [0, 2, 3],
          [2, 3],
          [3, 4],
        ],
        10,
      ),
    ).toEqual({
      rows: [
        [0, 3],
        [1, 2],
        [2, 1],
        [3, 0],
      ],
      counts: [6, 2, 1, 1],
    });
  });

  it('has the alpha and kappa of units gone over one by one', () => {
    fc.assert(
      fc.property(marks, (given) => {
        const { rows, counts } = rowsOfMarked(
          [0, 1, 2].map((coder) => markedBy(given, coder)),
          given.length,
        );
        const numbers = given.map((unit) => unit.map(Number));
        expectClose([alphaOfRows(rows, counts)], [krippendorffAlpha(numbers, 'nominal')]);
        const single = numbers.map((unit) =>
          [1, 0].map((value) => unit.filter((each) => each === value).length),
        );
        expectClose([fleissKappa(rows, counts)], [fleissKappa(single)]);
      }),
    );
  });

  it('is for two coders what their table is', () => {
    fc.assert(
      fc.property(marks, (given) => {
        const [first, second] = [markedBy(given, 0), markedBy(given, 1)];
        const { rows, counts } = rowsOfMarked([first, second], given.length);
        const table = contingencyOf(tableOfMarked(first, second, given.length));
        expectClose([alphaOfRows(rows, counts)], [alphaOfContingency(table)]);
        expectClose([fleissKappa(rows, counts)], [scottPi(table)]);
      }),
    );
  });
});

describe('fleissKappa', () => {
  it('is as published by Fleiss in 1971', () => {
    const rows = rowsOf(fleiss1971);
    const totals = [0, 1, 2, 3, 4].map((value) => rows.reduce((sum, row) => sum + row[value]!, 0));
    const observed = rows.flat().reduce((sum, count) => sum + count * (count - 1), 0) / (30 * 6 * 5);
    const expected = totals.reduce((sum, total) => sum + (total / 180) ** 2, 0);
    expect(observed).toBeCloseTo(0.5556, 4);
    expect(expected).toBeCloseTo(0.2199, 4);
    expect(fleissKappa(rows).value).toBeCloseTo(0.4302, 4);
    expect(fleissKappa(rows).value).toBeCloseTo((observed - expected) / (1 - expected), 10);
  });

  it('takes counts for so many units', () => {
    const kinds = [...new Set(fleiss1971)];
    const counts = kinds.map((kind) => fleiss1971.filter((group) => group === kind).length);
    expect(kinds.length).toBeLessThan(30);
    expect(fleissKappa(rowsOf(kinds), counts).value).toBeCloseTo(fleissKappa(rowsOf(fleiss1971)).value!, 10);
  });

  it('is just below the alpha of the same units, by their number', () => {
    const kappa = fleissKappa(rowsOf(fleiss1971)).value!;
    const alpha = krippendorffAlpha(unitsOf(fleiss1971), 'nominal').value!;
    expect(alpha).toBeCloseTo(kappa + (1 - kappa) / 180, 10);
  });

  it('is undefined without units and for one value', () => {
    expect(fleissKappa([])).toEqual({ value: null, undefined: 'no-units' });
    expect(fleissKappa([[1, 1]], [0])).toEqual({ value: null, undefined: 'no-units' });
    expect(
      fleissKappa([
        [0, 3],
        [0, 3],
      ]),
    ).toEqual({ value: null, undefined: 'one-value-only' });
  });

  it('refuses units with different numbers of coders, or with one', () => {
    expect(() =>
      fleissKappa([
        [1, 1],
        [1, 2],
      ]),
    ).toThrow(RangeError);
    expect(() => fleissKappa([[1, 0]])).toThrow(RangeError);
  });
});
