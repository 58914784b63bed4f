import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaOfContingency } from '../../../../src/core/review/statistics/alpha';
import type { Coefficient } from '../../../../src/core/review/statistics/coefficient';
import {
  type BinaryTable,
  type Contingency,
  contingencyOf,
  contingencyOfPairs,
} from '../../../../src/core/review/statistics/contingency';
import {
  brennanPredigerS,
  cohenKappa,
  gwetAC1,
  percentAgreement,
  positiveAgreement,
  scottPi,
  weightedKappa,
} from '../../../../src/core/review/statistics/kappa';
import { cohenKappaInterval } from '../../../../src/core/review/statistics/kappaInterval';
import { tableOfMarked } from '../../support/tables';
import { independentCoders } from './coders';

const cohen1960: Contingency = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

const corrected = { cohenKappa, scottPi, brennanPredigerS, gwetAC1, alphaOfContingency };

const counts = fc.nat({ max: 40 });
const binaryTables = fc.record({ both: counts, onlyFirst: counts, onlySecond: counts, neither: counts });
const contingencies = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.array(counts, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );

function transposed(table: Contingency): Contingency {
  return table.map((_, column) => table.map((row) => row[column]!));
}

function expectSame(one: Coefficient, other: Coefficient): void {
  if (one.value === null || other.value === null) expect(one).toEqual(other);
  else expect(one.value).toBeCloseTo(other.value, 10);
}

function figure({ value }: Coefficient): number {
  return value ?? Number.NaN;
}

describe('the coefficients of two coders', () => {
  it.each([
    {
      table: [
        [20, 10],
        [20, 50],
      ],
      figures: [0.7, 0.3478, 0.3407, 0.4, 0.4495, 0.344],
    },
    {
      table: [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
      figures: [0.88, 0.8013, 0.7995, 0.82, 0.8287, 0.8005],
    },
    { table: cohen1960, figures: [0.7, 0.4915, 0.4872, 0.55, 0.576, 0.4885] },
    {
      table: [
        [80, 7],
        [8, 5],
      ],
      figures: [0.85, 0.3144, 0.3143, 0.7, 0.808, 0.3177],
    },
  ])('are as published for $table', ({ table, figures }) => {
    const coefficients = [
      percentAgreement,
      cohenKappa,
      scottPi,
      brennanPredigerS,
      gwetAC1,
      alphaOfContingency,
    ].map((coefficient) => figure(coefficient(table)));
    for (const [index, figure] of figures.entries()) expect(coefficients[index]).toBeCloseTo(figure, 4);
  });

  it('are as published for ten units of two values', () => {
    const pairs = ['10', '11', '01', '00', '00', '01', '00', '01', '00', '00'].map(
      (pair) => [Number(pair[0]), Number(pair[1])] as const,
    );
    const table = contingencyOfPairs(pairs, [0, 1]);
    expect(figure(alphaOfContingency(table))).toBeCloseTo(0.0952, 4);
    expect(figure(cohenKappa(table))).toBeCloseTo(0.0909, 4);
    expect(figure(scottPi(table))).toBeCloseTo(0.0476, 4);
  });

  it.each([
    { code: 'A', counts: [18, 2, 10, 70], figures: [0.88, 0.6739, 0.6727, 0.8111, 0.75] },
    { code: 'B', counts: [0, 10, 6, 84], figures: [0.84, -0.0811, -0.0815, 0.8124, 0] },
    { code: 'of a silent coder', counts: [0, 10, 0, 90], figures: [0.9, 0, -0.0474, 0.8895, 0] },
  ])('are as published for the characters of code $code', ({ counts, figures }) => {
    const [both, onlyFirst, onlySecond, neither] = counts as [number, number, number, number];
    const binary = { both, onlyFirst, onlySecond, neither };
    const table = contingencyOf(binary);
    const coefficients = [
      percentAgreement(table),
      cohenKappa(table),
      alphaOfContingency(table),
      gwetAC1(table),
      positiveAgreement(binary),
    ].map(figure);
    for (const [index, figure] of figures.entries()) expect(coefficients[index]).toBeCloseTo(figure, 4);
  });

  it('are 1 at perfect agreement with variation', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (agreed) => {
        fc.pre(agreed.filter((count) => count > 0).length > 1);
        const table = agreed.map((count, row) => agreed.map((_, column) => (row === column ? count : 0)));
        for (const coefficient of Object.values(corrected)) expect(coefficient(table)).toEqual({ value: 1 });
        expect(weightedKappa(table, 'linear')).toEqual({ value: 1 });
        expect(weightedKappa(table, 'quadratic')).toEqual({ value: 1 });
      }),
    );
  });

  it('are undefined, and not 1, where both gave one value only', () => {
    for (const table of [
      [
        [7, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 7],
      ],
    ]) {
      for (const coefficient of Object.values(corrected))
        expect(coefficient(table)).toEqual({ value: null, undefined: 'one-value-only' });
      expect(weightedKappa(table, 'linear')).toEqual({ value: null, undefined: 'one-value-only' });
      expect(percentAgreement(table)).toEqual({ value: 1 });
    }
  });

  it('are undefined without units', () => {
    for (const coefficient of [...Object.values(corrected), percentAgreement])
      expect(
        coefficient([
          [0, 0],
          [0, 0],
        ]),
      ).toEqual({ value: null, undefined: 'no-units' });
    expect(weightedKappa([[0]], 'linear')).toEqual({ value: null, undefined: 'no-units' });
  });

  it('are near 0 for independent random coders', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (seed, tenths) => {
        const coders = independentCoders(seed, 20_000, [tenths / 10, tenths / 10]);
        const table = contingencyOf(tableOfMarked(coders[0]!, coders[1]!, 20_000));
        for (const coefficient of [cohenKappa, scottPi, alphaOfContingency])
          expect(Math.abs(figure(coefficient(table)))).toBeLessThan(0.05);
      }),
      { numRuns: 20 },
    );
  });

  it('do not tell one coder from the other', () => {
    fc.assert(
      fc.property(contingencies, (table) => {
        for (const coefficient of [...Object.values(corrected), percentAgreement])
          expectSame(coefficient(table), coefficient(transposed(table)));
        for (const weights of ['linear', 'quadratic'] as const)
          expectSame(weightedKappa(table, weights), weightedKappa(transposed(table), weights));
      }),
    );
  });

  it('are in keeping with one another', () => {
    fc.assert(
      fc.property(contingencies, (table) => {
        const kappa = cohenKappa(table);
        const pi = scottPi(table);
        const alpha = alphaOfContingency(table);
        if (kappa.value === null || pi.value === null || alpha.value === null) {
          expect([kappa, pi, alpha]).toEqual([kappa, kappa, kappa]);
          return;
        }
        const units = table.flat().reduce((sum, count) => sum + count, 0);
        expect(alpha.value).toBeCloseTo(pi.value + (1 - pi.value) / (2 * units), 10);
        expect(pi.value).toBeLessThanOrEqual(kappa.value + 1e-12);
        for (const coefficient of Object.values(corrected))
          expect(figure(coefficient(table))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never gain in percent and positive agreement by one more disagreement', () => {
    fc.assert(
      fc.property(binaryTables, fc.boolean(), (table, first) => {
        const worse: BinaryTable = first
          ? { ...table, onlyFirst: table.onlyFirst + 1 }
          : { ...table, onlySecond: table.onlySecond + 1 };
        const before = percentAgreement(contingencyOf(table));
        if (before.value !== null)
          expect(figure(percentAgreement(contingencyOf(worse)))).toBeLessThanOrEqual(before.value);
        const positive = positiveAgreement(table);
        if (positive.value !== null)
          expect(figure(positiveAgreement(worse))).toBeLessThanOrEqual(positive.value);
      }),
    );
  });

  it('can gain in kappa by one more disagreement', () => {
    const kappa = (onlySecond: number) =>
      figure(
        cohenKappa([
          [0, 1],
          [onlySecond, 1],
        ]),
      );
    expect(kappa(3)).toBeGreaterThan(kappa(2));
  });

  it('say nothing of positive agreement on a code that neither used', () => {
    const table = { both: 0, onlyFirst: 0, onlySecond: 0 };
    expect(positiveAgreement({ ...table, neither: 5 })).toEqual({ value: null, undefined: 'one-value-only' });
    expect(positiveAgreement({ ...table, neither: 0 })).toEqual({ value: null, undefined: 'no-units' });
  });
});

describe('weightedKappa', () => {
  it('is kappa for two values, whatever the weights', () => {
    fc.assert(
      fc.property(binaryTables, (table) => {
        const kappa = cohenKappa(contingencyOf(table));
        expectSame(weightedKappa(contingencyOf(table), 'linear'), kappa);
        expectSame(weightedKappa(contingencyOf(table), 'quadratic'), kappa);
      }),
    );
  });

  it('counts a disagreement by how far apart the values are', () => {
    expect(figure(weightedKappa(cohen1960, 'linear'))).toBeCloseTo(9 / 19, 10);
    expect(figure(weightedKappa(cohen1960, 'quadratic'))).toBeCloseTo(5 / 11, 10);
  });

  it('with squared weights is near the interval alpha of coders with the same distribution of values', () => {
    const table = [
      [400, 100, 0],
      [100, 200, 50],
      [0, 50, 300],
    ];
    const values = table.flatMap((row, first) => row.map((count, second) => ({ first, second, count })));
    const mean = values.reduce((sum, { first, second, count }) => sum + (first + second) * count, 0) / 2400;
    const variance = values.reduce((sum, { first, count }) => sum + count * (first - mean) ** 2, 0);
    const covariance = values.reduce(
      (sum, { first, second, count }) => sum + count * (first - mean) * (second - mean),
      0,
    );
    expect(figure(weightedKappa(table, 'quadratic'))).toBeCloseTo(covariance / variance, 10);
  });
});

describe('cohenKappaInterval', () => {
  it.each([
    ['cohen-1960', 0.0549, 0.384, 0.599],
    ['fleiss-cohen-everitt-1969', 0.051, 0.392, 0.591],
  ] as const)('by %s is as published', (error, standardError, low, high) => {
    const interval = cohenKappaInterval(cohen1960, error)!;
    expect(interval.standardError).toBeCloseTo(standardError, 4);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it('is none where kappa is undefined', () => {
    expect(
      cohenKappaInterval(
        [
          [5, 0],
          [0, 0],
        ],
        'cohen-1960',
      ),
    ).toBeNull();
  });

  it('holds kappa, and is a point at perfect agreement', () => {
    fc.assert(
      fc.property(
        contingencies,
        fc.constantFrom('cohen-1960', 'fleiss-cohen-everitt-1969'),
        (table, error) => {
          const interval = cohenKappaInterval(table, error);
          const { value } = cohenKappa(table);
          fc.pre(interval !== null && value !== null);
          expect(interval!.low).toBeLessThanOrEqual(value!);
          expect(interval!.high).toBeGreaterThanOrEqual(value!);
          if (value === 1) expect(interval!.standardError).toBeCloseTo(0, 6);
        },
      ),
    );
  });
});

describe('a table of counts', () => {
  it('compares the units that two coders marked', () => {
    expect(tableOfMarked([0, 2], [0, 1, 2], 5)).toEqual({ both: 2, onlyFirst: 0, onlySecond: 1, neither: 2 });
    expect(tableOfMarked([], [], 3)).toEqual({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 3 });
  });

  it('counts as going over unit by unit does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean())), (units) => {
        const marked = (coder: 0 | 1) => units.flatMap((unit, index) => (unit[coder] ? [index] : []));
        const count = (first: boolean, second: boolean) =>
          units.filter((unit) => unit[0] === first && unit[1] === second).length;
        expect(tableOfMarked(marked(0), marked(1), units.length)).toEqual({
          both: count(true, true),
          onlyFirst: count(true, false),
          onlySecond: count(false, true),
          neither: count(false, false),
        });
      }),
    );
  });

  it('leaves out pairs with a missing value, and refuses a value that is not of the scale', () => {
    const pairs = [
      [1, 2],
      [null, 1],
      [2, 2],
      [2, null],
    ] as const;
    expect(contingencyOfPairs(pairs, [1, 2])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(() => contingencyOfPairs([[1, 6]], [1, 2, 3, 4, 5])).toThrow(
      new RangeError('Not a value of the scale: 6'),
    );
  });

  it('is square', () => {
    expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
  });
});
