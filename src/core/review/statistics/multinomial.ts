import { firstNumbers } from '../../random';
import { poissonNumbers } from './poisson';

/** Tries that were taken. */
interface Taken {
  /** Which tries they are, in their order. */
  readonly indexes: Int32Array;
  /** How many units of the commonest kind each of them has. */
  readonly left: Int32Array;
}

/** Memory that every resampling uses again. */
let sums = new Int32Array(0);
let taken: Taken = { indexes: new Int32Array(0), left: new Int32Array(0) };

/** Tries are made by so many, so that the numbers that were drawn for one resampling do for the next. */
const triesAtOnce = 256;

/**
 * Tries to draw as many units, with replacement, as there are. Those that are taken are the same as drawing unit by
 * unit, in the time that the kinds of units take.
 *
 * Poisson numbers, one for each kind but the commonest, with how many there are of it for a mean, are multinomial given
 * their sum; but that is not binomial. So they are taken or not by the ratio of the two chances of their sum (von
 * Neumann's rejection, 1951): nearly always where these kinds are rare, and in general as often as the square root of
 * the share of the commonest. The Poisson numbers of a kind do not depend on the others, so that they can be kept.
 */
export class Resampling {
  readonly units: number;
  /** The kind of which there are most: what is left of the units when the others are drawn. */
  readonly commonest: number;
  /** For each kind how many units of it each try has; of the commonest 0. */
  readonly numbers: readonly Int32Array[];
  readonly #random: Float64Array;
  readonly #kinds: number;
  /** How likely a try is taken, by its sum, from the least sum on. */
  readonly #chances: Float64Array;
  readonly #least: number;

  /**
   * @param counts how many units there are of each kind
   * @param seed the same tries are made for the same seed
   */
  constructor(
    counts: readonly number[],
    seed: number,
    readonly tries: number,
  ) {
    const most = Math.max(...counts);
    this.units = counts.reduce((sum, count) => sum + count, 0);
    this.commonest = counts.indexOf(most);
    this.#kinds = counts.length;
    const drawn = counts.map((count, first) =>
      poissonNumbers(first === this.commonest ? 0 : count, { seed, first, every: counts.length }, tries),
    );
    this.numbers = drawn.map(({ numbers }) => numbers);
    this.#random = firstNumbers(seed, counts.length * tries);
    this.#least = drawn.reduce((sum, { least }) => sum + least, 0);
    const greatest = drawn.reduce((sum, one) => sum + one.most, 0);
    this.#chances = chancesOfSums(this.units, this.units - most, this.#least, greatest);
  }

  /** The first tries that are taken, so many of them, until this is called again; undefined where there are fewer. */
  take(count: number): Taken | undefined {
    const { tries, numbers, units, commonest } = this;
    const [random, chances, least, kinds] = [this.#random, this.#chances, this.#least, this.#kinds];
    if (sums.length < tries) sums = new Int32Array(tries);
    if (taken.indexes.length < count) taken = { indexes: new Int32Array(count), left: new Int32Array(count) };
    const { indexes, left } = taken;
    sums.fill(0);
    for (const [kind, ofKind] of numbers.entries()) if (kind !== commonest) addEach(sums, ofKind, tries);
    let found = 0;
    for (let index = 0; index < tries && found < count; index++) {
      const sum = sums[index]!;
      if (random[index * kinds + commonest]! < chances[sum - least]!) {
        indexes[found] = index;
        left[found++] = units - sum;
      }
    }
    return found === count ? taken : undefined;
  }
}

function addEach(sums: Int32Array, numbers: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) sums[index]! += numbers[index]!;
}

/** How many tries it takes, nearly always, until so many are taken. */
export function triesFor(counts: readonly number[], taken: number): number {
  const units = counts.reduce((sum, count) => sum + count, 0);
  const share = units === 0 ? 1 : Math.max(...counts) / units;
  return triesAtOnce * Math.ceil((1.05 * taken) / Math.sqrt(share) / triesAtOnce);
}

/** Draws as many units as there are, again and again, and tells each time how many of each kind they were. */
export function resample(counts: readonly number[], seed: number, draws: number): number[][] {
  for (let tries = triesFor(counts, draws); ; tries *= 2) {
    const resampling = new Resampling(counts, seed, tries);
    const { commonest, numbers } = resampling;
    const all = resampling.take(draws);
    if (!all) continue;
    return Array.from({ length: draws }, (_, draw) =>
      numbers.map((ofKind, kind) => (kind === commonest ? all.left[draw]! : ofKind[all.indexes[draw]!]!)),
    );
  }
}

/**
 * The chance of each sum when units are drawn, divided by that of a Poisson number, as a part of what it is for the
 * mean, where it is greatest. From one sum to the next it grows by (units - sum) / (units - mean).
 */
function chancesOfSums(units: number, mean: number, least: number, most: number): Float64Array {
  const chances = new Float64Array(most - least + 1);
  for (let [sum, chance] = [mean, 1]; sum >= least; sum--) {
    if (sum <= most) chances[sum - least] = chance;
    chance *= (units - mean) / (units - sum + 1);
  }
  for (let [sum, chance] = [mean, 1]; sum <= most; sum++) {
    if (sum >= least) chances[sum - least] = chance;
    chance *= (units - sum) / (units - mean);
  }
  return chances;
}
