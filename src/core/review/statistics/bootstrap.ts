import { seeded } from '../../random';
import type { Coefficient } from './coefficient';
import type { Contingency } from './contingency';
import { resample } from './multinomial';

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
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const { value } = coefficientOf(resample(counts, random));
    if (value !== null) values.push(value);
  }
  const sorted = Float64Array.from(values).sort();
  const interval = sorted.length === 0 ? null : ([quantile(sorted, 0.025), quantile(sorted, 0.975)] as const);
  return { seed, draws, undefinedDraws: draws - values.length, interval };
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

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}
