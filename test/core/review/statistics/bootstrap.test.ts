import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../src/core/random';
import { alphaOfContingency, krippendorffAlpha } from '../../../../src/core/review/statistics/alpha';
import { BinomialDraws } from '../../../../src/core/review/statistics/binomial';
import {
  bootstrapBinaryKappa,
  bootstrapInterval,
  bootstrapTable,
} from '../../../../src/core/review/statistics/bootstrap';
import { contingencyOf } from '../../../../src/core/review/statistics/contingency';
import { cohenKappa, percentAgreement } from '../../../../src/core/review/statistics/kappa';
import { resample } from '../../../../src/core/review/statistics/multinomial';
import { selectRank } from '../../../../src/core/review/statistics/select';

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

  it('of one code’s kappa is that of its table, to the digit', () => {
    const count = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 4000 }));
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), fc.integer(), (counts, seed) => {
        const [both, onlyFirst, onlySecond, neither] = counts;
        const binary = { both, onlyFirst, onlySecond, neither };
        expect(bootstrapBinaryKappa(binary, { seed, draws: 50 })).toEqual(
          bootstrapTable(contingencyOf(binary), cohenKappa, { seed, draws: 50 }),
        );
      }),
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
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1e6 })), fc.integer(), (counts, seed) => {
        const drawn = resample(counts, seeded(seed));
        const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
        expect(sum(drawn)).toBe(sum(counts));
        for (const [kind, count] of drawn.entries()) {
          expect(count).toBeGreaterThanOrEqual(0);
          if (counts[kind] === 0) expect(count).toBe(0);
        }
      }),
    );
  });
});

describe('binomial numbers', () => {
  it.each([
    { trials: 12, probability: 0.3 },
    { trials: 400, probability: 0.12 },
    { trials: 3000, probability: 0.016 },
    { trials: 5000, probability: 0.001 },
    { trials: 40, probability: 0.5 },
    { trials: 30, probability: 0.9 },
    { trials: 200, probability: 0.13 },
    { trials: 1_000_000, probability: 0.0004 },
    { trials: 90, probability: 0.75 },
  ])('of $trials trials at $probability are spread as the distribution is', ({ trials, probability }) => {
    const draws = new BinomialDraws(trials, probability, seeded(11));
    const size = 100_000;
    const seen = new Map<number, number>();
    for (let draw = 0; draw < size; draw++) {
      const successes = draws.draw(trials);
      seen.set(successes, (seen.get(successes) ?? 0) + 1);
    }
    const { statistic, cells } = chiSquare(trials, probability, seen, size);
    expect(cells).toBeGreaterThan(5);
    expect(Math.abs(statistic - (cells - 1)) / Math.sqrt(2 * (cells - 1))).toBeLessThan(4);
  });

  it('are 0 or all at the ends', () => {
    expect(new BinomialDraws(9, 0, seeded(1)).draw(9)).toBe(0);
    expect(new BinomialDraws(9, 1, seeded(1)).draw(9)).toBe(9);
    expect(new BinomialDraws(9, 0.4, seeded(1)).draw(0)).toBe(0);
  });
});

describe('a value by its rank', () => {
  it('is that of the sorted values, whatever was selected before', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.array(fc.nat()), (values, ranks) => {
        const sorted = Float64Array.from(values).sort();
        const given = Float64Array.from(values);
        for (const rank of ranks.map((one) => one % values.length))
          expect(selectRank(given, rank) === sorted[rank]).toBe(true);
        expect(given.sort()).toEqual(sorted);
      }),
    );
  });
});

/** How far counts are from a binomial distribution, over numbers that are expected five times or more. */
function chiSquare(trials: number, probability: number, seen: Map<number, number>, size: number) {
  let statistic = 0;
  let cells = 1;
  let rest = size;
  let restSeen = size;
  let logChance = trials * Math.log1p(-probability);
  for (let successes = 0; successes <= trials; successes++) {
    const expected = size * Math.exp(logChance);
    const count = seen.get(successes) ?? 0;
    if (expected >= 5) {
      statistic += (count - expected) ** 2 / expected;
      cells++;
      rest -= expected;
      restSeen -= count;
    }
    logChance += Math.log(((trials - successes) / (successes + 1)) * (probability / (1 - probability)));
  }
  return { statistic: statistic + (restSeen - rest) ** 2 / Math.max(rest, 5), cells };
}
