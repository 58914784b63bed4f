import type { Coefficient } from './coefficient';
import type { BinaryTable, Contingency } from './contingency';
import { kappaOfCounts } from './kappa';
import { Resampling, resample, triesFor } from './multinomial';
import { quantilesOf } from './quantiles';

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
  const values = resample(counts, seed, draws)
    .map((drawn) => coefficientOf(drawn).value)
    .filter((value) => value !== null);
  return intervalOf({ seed, draws }, Float64Array.from(values));
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
 * The interval of Cohen's kappa of one code: that of `bootstrapTable(contingencyOf(table), cohenKappa, …)`, but for
 * rounding, in a fraction of the time. A study has one for each code and pair of coders, thousands in all.
 */
export function bootstrapBinaryKappa(
  { both, onlyFirst, onlySecond, neither }: BinaryTable,
  { seed, draws }: Draws,
): BootstrapInterval {
  const counts = [both, onlyFirst, onlySecond, neither];
  for (let tries = triesFor(counts, draws); ; tries *= 2) {
    const values = kappasOf(new Resampling(counts, seed, tries), draws);
    if (values) return intervalOf({ seed, draws }, values);
  }
}

/** Is used again for every interval. */
let kappas = new Float64Array(0);

/** Kappa in each of so many draws, those left out in which it is undefined; undefined where too few tries are taken. */
function kappasOf(resampling: Resampling, draws: number): Float64Array | undefined {
  const taken = resampling.take(draws);
  if (!taken) return undefined;
  const { units, commonest, numbers } = resampling;
  const [boths, firsts, seconds] = numbers as [Int32Array, Int32Array, Int32Array, Int32Array];
  const { indexes, left } = taken;
  // To add what is left to all kinds, times 0 or 1, is quicker than a choice.
  const ofBoth = commonest === 0 ? 1 : 0;
  const ofFirst = commonest === 1 ? 1 : 0;
  const ofSecond = commonest === 2 ? 1 : 0;
  if (kappas.length < draws) kappas = new Float64Array(draws);
  const values = kappas;
  let defined = 0;
  for (let draw = 0; draw < draws; draw++) {
    const index = indexes[draw]!;
    const rest = left[draw]!;
    const kappa = kappaOfCounts(
      boths[index]! + ofBoth * rest,
      firsts[index]! + ofFirst * rest,
      seconds[index]! + ofSecond * rest,
      units,
    );
    if (!Number.isNaN(kappa)) values[defined++] = kappa;
  }
  return values.subarray(0, defined);
}

function intervalOf({ seed, draws }: Draws, values: Float64Array): BootstrapInterval {
  const undefinedDraws = draws - values.length;
  if (values.length === 0) return { seed, draws, undefinedDraws, interval: null };
  const [low, high] = quantilesOf(values, [0.025, 0.975]);
  return { seed, draws, undefinedDraws, interval: [low!, high!] };
}
