import { seeded } from '../../random';
import type { Coefficient } from './coefficient';
import type { BinaryTable, Contingency } from './contingency';
import { binaryKappa } from './kappa';
import { resample, ShareDraws } from './multinomial';
import { selectRank } from './select';

/** What makes the random draws the same each time: a whole number of 32 bits, and how many draws. */
export interface Draws {
  readonly seed: number;
  readonly draws: number;
}

/** A 95 % interval by resampling units, with all that is needed to draw it again. */
export interface BootstrapInterval extends Draws {
  /** In how many draws the coefficient was undefined; these are left out of the interval. */
  readonly undefinedDraws: number;
  /** Lower and upper bound, or null where the coefficient was undefined in every draw. */
  readonly interval: readonly [low: number, high: number] | null;
}

/**
 * The percentile interval (Efron 1979) of a coefficient that depends on how many units there are of each kind:
 * draws as many units with replacement, again and again, and takes the quantiles .025 and .975, interpolated as
 * R's default does (type 7). It takes units for independent of one another. `counts` are not negative.
 */
export function bootstrapInterval(
  counts: readonly number[],
  coefficientOf: (counts: readonly number[]) => Coefficient,
  { seed, draws }: Draws,
): BootstrapInterval {
  const random = seeded(seed);
  return intervalOf({ seed, draws }, () => coefficientOf(resample(counts, random)).value);
}

/** The interval of a coefficient of two coders, from the counts of their table: `bootstrapTable(table, cohenKappa, …)`. */
export function bootstrapTable(
  table: Contingency,
  coefficientOf: (table: Contingency) => Coefficient,
  draws: Draws,
): BootstrapInterval {
  const size = table.length;
  const tableOf = (counts: readonly number[]) =>
    table.map((_, row) => counts.slice(row * size, (row + 1) * size));
  return bootstrapInterval(table.flat(), (counts) => coefficientOf(tableOf(counts)), draws);
}

/**
 * The interval of Cohen's kappa of one code: that of `bootstrapTable(contingencyOf(table), cohenKappa, …)`, to the
 * digit, in less than half the time. A study has one for each code and pair of coders, thousands in all.
 */
export function bootstrapBinaryKappa(
  { both, onlyFirst, onlySecond, neither }: BinaryTable,
  { seed, draws }: Draws,
): BootstrapInterval {
  const random = seeded(seed);
  const afterBoth = onlyFirst + onlySecond + neither;
  const units = both + afterBoth;
  const shareOfBoth = new ShareDraws(units, both, units, random);
  const shareOfFirst = new ShareDraws(units, onlyFirst, afterBoth, random);
  const shareOfSecond = new ShareDraws(units, onlySecond, onlySecond + neither, random);
  return intervalOf({ seed, draws }, () => {
    const drawnBoth = shareOfBoth.draw(units);
    const drawnFirst = shareOfFirst.draw(units - drawnBoth);
    const left = units - drawnBoth - drawnFirst;
    const drawnSecond = shareOfSecond.draw(left);
    return binaryKappa(drawnBoth, drawnFirst, drawnSecond, left - drawnSecond);
  });
}

function intervalOf({ seed, draws }: Draws, draw: () => number | null): BootstrapInterval {
  const values = new Float64Array(draws);
  let defined = 0;
  for (let done = 0; done < draws; done++) {
    const value = draw();
    if (value !== null) values[defined++] = value;
  }
  const all = values.subarray(0, defined);
  const interval = defined === 0 ? null : ([quantile(all, 0.025), quantile(all, 0.975)] as const);
  return { seed, draws, undefinedDraws: draws - defined, interval };
}

/** A quantile of some values, whose order it changes. */
function quantile(values: Float64Array, share: number): number {
  const last = values.length - 1;
  const place = last * share;
  const below = Math.floor(place);
  const low = selectRank(values, below);
  const high = selectRank(values, Math.min(below + 1, last));
  return low + (high - low) * (place - below);
}
