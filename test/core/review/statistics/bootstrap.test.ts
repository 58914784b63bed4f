import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../src/core/random';
import { alphaOfContingency, krippendorffAlpha } from '../../../../src/core/review/statistics/alpha';
import {
  bootstrapBinaryKappa,
  bootstrapInterval,
  bootstrapTable,
} from '../../../../src/core/review/statistics/bootstrap';
import { contingencyOf } from '../../../../src/core/review/statistics/contingency';
import { cohenKappa, percentAgreement } from '../../../../src/core/review/statistics/kappa';
import { resample } from '../../../../src/core/review/statistics/multinomial';
import { poissonNumbers, type Strand } from '../../../../src/core/review/statistics/poisson';
import { quantilesOf } from '../../../../src/core/review/statistics/quantiles';

const draws = { seed: 20_211_201, draws: 2000 };

const table = [
  [20, 10],
  [20, 50],
];

describe('a bootstrap interval', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(bootstrapTable(table, cohenKappa, draws)).toEqual(bootstrapTable(table, cohenKappa, draws));
    expect(bootstrapTable(table, cohenKappa, { ...draws, seed: 7 })).not.toEqual(
      bootstrapTable(table, cohenKappa, draws),
    );
  });

  it('tells its seed and draws', () => {
    expect(bootstrapTable(table, cohenKappa, draws)).toMatchObject({ ...draws, undefinedDraws: 0 });
  });

  it('is near the large-sample interval where there are many units', () => {
    const cohen1960 = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const [low, high] = bootstrapTable(cohen1960, cohenKappa, { seed: 1, draws: 20_000 }).interval!;
    expect(low).toBeCloseTo(0.392, 2);
    expect(high).toBeCloseTo(0.591, 2);
  });

  it('is as wide as drawing unit by unit makes it', () => {
    const units = table.flat().flatMap((count, kind) => Array.from({ length: count }, () => kind));
    const random = seeded(5);
    const values = Array.from({ length: 8000 }, () => {
      const counts = [0, 0, 0, 0];
      for (const _ of units) counts[units[Math.floor(random() * units.length)]!]! += 1;
      return alphaOfContingency([counts.slice(0, 2), counts.slice(2)]).value!;
    }).sort((one, other) => one - other);
    const [low, high] = bootstrapTable(table, alphaOfContingency, { seed: 5, draws: 8000 }).interval!;
    expect(Math.abs(low - values[200]!)).toBeLessThan(0.01);
    expect(Math.abs(high - values[7799]!)).toBeLessThan(0.01);
  });

  it('is a point at perfect agreement', () => {
    const { interval } = bootstrapTable(
      [
        [30, 0],
        [0, 40],
      ],
      cohenKappa,
      draws,
    );
    expect(interval).toEqual([1, 1]);
  });

  it('leaves out draws in which the coefficient is undefined, and says how many', () => {
    const rare = bootstrapTable(
      [
        [1, 0],
        [0, 9],
      ],
      cohenKappa,
      draws,
    );
    expect(rare.interval).toEqual([1, 1]);
    expect(rare.undefinedDraws / draws.draws).toBeCloseTo(0.9 ** 10, 1);
    const never = bootstrapTable(
      [
        [0, 0],
        [0, 9],
      ],
      cohenKappa,
      draws,
    );
    expect(never).toEqual({ ...draws, undefinedDraws: draws.draws, interval: null });
  });

  it('of one code’s kappa is that of its table', () => {
    const count = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 4000 }));
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), fc.integer(), (counts, seed) => {
        const [both, onlyFirst, onlySecond, neither] = counts;
        const binary = { both, onlyFirst, onlySecond, neither };
        const { interval, ...rest } = bootstrapBinaryKappa(binary, { seed, draws: 50 });
        const ofTable = bootstrapTable(contingencyOf(binary), cohenKappa, { seed, draws: 50 });
        expect({ ...rest, interval }).toMatchObject({ ...ofTable, interval: interval && expect.anything() });
        for (const [index, bound] of (interval ?? []).entries())
          expect(bound).toBeCloseTo(ofTable.interval![index]!, 10);
      }),
    );
  });

  it('of one code’s kappa is the same whatever was drawn before', () => {
    const count = fc.nat({ max: 300 });
    fc.assert(
      fc.property(fc.tuple(count, count, count), (counts) => {
        const [both, onlyFirst, onlySecond] = counts;
        const binary = { both, onlyFirst, onlySecond, neither: 900 };
        const first = bootstrapBinaryKappa(binary, draws);
        bootstrapBinaryKappa(binary, { seed: 3, draws: 4000 });
        bootstrapBinaryKappa(binary, { ...draws, draws: 4000 });
        expect(bootstrapBinaryKappa(binary, draws)).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  it('interpolates between the draws next to a quantile', () => {
    let drawn = 0;
    const upTo = (count: number) =>
      bootstrapInterval([1], () => ({ value: drawn++ % count }), { seed: 1, draws: count }).interval;
    expect(upTo(41)).toEqual([1, 39]);
    drawn = 0;
    expect(upTo(11)).toEqual([0.25, 9.75]);
    drawn = 0;
    expect(upTo(1)).toEqual([0, 0]);
  });

  it('is had for any kinds of units, such as those of several coders', () => {
    const kinds = [
      [1, 1, 1],
      [1, 0, 1],
      [0, 0, null],
      [0, 0, 0],
    ];
    const alpha = (counts: readonly number[]) => krippendorffAlpha(kinds, 'nominal', counts);
    const [low, high] = bootstrapInterval([20, 7, 5, 40], alpha, draws).interval!;
    const { value } = alpha([20, 7, 5, 40]);
    expect(low).toBeLessThan(value!);
    expect(high).toBeGreaterThan(value!);
  });

  it('has its bounds in order, within the values that the coefficient can have', () => {
    const counts = fc.array(fc.nat({ max: 30 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, fc.integer(), (cells, seed) => {
        const given = [cells.slice(0, 2), cells.slice(2)];
        const { interval } = bootstrapTable(given, percentAgreement, { seed, draws: 50 });
        if (interval === null) return expect(cells).toEqual([0, 0, 0, 0]);
        expect(interval[0]).toBeGreaterThanOrEqual(0);
        expect(interval[1]).toBeGreaterThanOrEqual(interval[0]);
        expect(interval[1]).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('resampled units', () => {
  it('are as many as there were, of kinds that there were', () => {
    const counts = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 1e6 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(counts, fc.integer(), (given, seed) => {
        const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
        const drawn = resample(given, seed, 5);
        expect(drawn).toHaveLength(5);
        for (const numbers of drawn) {
          expect(sum(numbers)).toBe(sum(given));
          for (const [kind, count] of numbers.entries()) {
            expect(count).toBeGreaterThanOrEqual(0);
            if (given[kind] === 0) expect(count).toBe(0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  // Numbers of which every sum of some is binomial are multinomial but for how three or more of them go together.
  it.each([
    { counts: [2, 25, 31, 5900] },
    { counts: [141, 692, 690, 4391] },
    { counts: [40, 30, 20, 10] },
    { counts: [1, 1, 1, 9] },
    { counts: [300, 300, 300, 300] },
    { counts: [3000, 7, 0, 4] },
    { counts: [5, 12] },
  ])('of $counts are spread as units drawn one by one are', ({ counts }) => {
    const size = 40_000;
    const units = counts.reduce((sum, count) => sum + count, 0);
    const drawn = resample(counts, 11, size);
    const some = Array.from({ length: 2 ** counts.length - 2 }, (_, index) => index + 1);
    for (const kinds of some) {
      const isIn = (_: unknown, kind: number) => ((kinds >> kind) & 1) === 1;
      const count = counts.filter(isIn).reduce((sum, one) => sum + one, 0);
      if (count === 0 || count === units) continue;
      const sums = drawn.map((numbers) => numbers.filter(isIn).reduce((sum, one) => sum + one, 0));
      expect(deviation(sums, binomial(units, count / units))).toBeLessThan(4.5);
    }
  });
});

describe('Poisson numbers', () => {
  it.each([1, 2, 7, 30, 199, 640])('with a mean of %i are spread as the distribution is', (mean) => {
    const { numbers, least, most } = poissonNumbers(mean, { seed: 11, first: 1, every: 3 }, 100_000);
    expect(deviation([...numbers], poisson(mean))).toBeLessThan(4.5);
    expect([least, most]).toEqual([
      numbers.reduce((a, b) => Math.min(a, b)),
      numbers.reduce((a, b) => Math.max(a, b)),
    ]);
  });

  it('are the same for the same strand, whatever was drawn before, and others for another', () => {
    const drawnOf = (strand: Strand, count: number) =>
      [...poissonNumbers(20, strand, count).numbers].slice(0, 50);
    const strand = { seed: 1, first: 0, every: 4 };
    const numbers = drawnOf(strand, 50);
    expect(drawnOf({ ...strand, first: 1 }, 50)).not.toEqual(numbers);
    expect(drawnOf({ ...strand, seed: 2 }, 50)).not.toEqual(numbers);
    expect(drawnOf(strand, 500)).toEqual(numbers);
    expect(drawnOf(strand, 50)).toEqual(numbers);
  });

  it('are 0 where the mean is', () => {
    expect(poissonNumbers(0, { seed: 1, first: 0, every: 1 }, 9).numbers.every((one) => one === 0)).toBe(
      true,
    );
  });
});

describe('quantiles', () => {
  it('are those of the sorted values', () => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0.1, max: 0.101, noNaN: true }),
    );
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), shares, (values, given) => {
        const ascending = given.sort((one, other) => one - other);
        const sorted = Float64Array.from(values).sort();
        const expected = ascending.map((share) => {
          const place = (values.length - 1) * share;
          const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
          return low + (high - low) * (place - Math.floor(place));
        });
        for (const [index, found] of quantilesOf(Float64Array.from(values), ascending).entries())
          expect(found === expected[index] || Number.isNaN(expected[index])).toBe(true);
      }),
    );
  });
});

/** The chance of each number, from 0 on. */
type Chances = Iterator<number>;

function* binomial(trials: number, probability: number): Chances & Iterable<number> {
  let logChance = trials * Math.log1p(-probability);
  for (let successes = 0; successes <= trials; successes++) {
    yield Math.exp(logChance);
    logChance += Math.log(((trials - successes) / (successes + 1)) * (probability / (1 - probability)));
  }
}

function* poisson(mean: number): Chances & Iterable<number> {
  let logChance = -mean;
  for (let number = 1; number < 3 * mean + 50; number++) {
    yield Math.exp(logChance);
    logChance += Math.log(mean / number);
  }
}

/**
 * By how many standard deviations Pearson's chi-square of some numbers is above its mean, over numbers that are
 * expected five times or more, and all the others.
 */
function deviation(numbers: readonly number[], chances: Iterable<number>): number {
  const seen = new Map<number, number>();
  for (const number of numbers) seen.set(number, (seen.get(number) ?? 0) + 1);
  let statistic = 0;
  let cells = 0;
  let rest = numbers.length;
  let restSeen = numbers.length;
  let number = 0;
  for (const chance of chances) {
    const expected = numbers.length * chance;
    const count = seen.get(number++) ?? 0;
    if (expected < 5) continue;
    statistic += (count - expected) ** 2 / expected;
    cells++;
    rest -= expected;
    restSeen -= count;
  }
  expect(cells).toBeGreaterThan(2);
  statistic += (restSeen - rest) ** 2 / Math.max(rest, 5);
  return (statistic - cells) / Math.sqrt(2 * cells);
}
