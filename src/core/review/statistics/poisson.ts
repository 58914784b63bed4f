import { firstNumbers } from '../../random';

/** Which of the random numbers of a seed are meant: one of every so many. */
export interface Strand {
  readonly seed: number;
  readonly first: number;
  readonly every: number;
}

/** Numbers drawn from a Poisson distribution. */
export interface PoissonNumbers {
  readonly numbers: Int32Array;
  readonly least: number;
  readonly most: number;
}

/** Most means are small, and recur: for each strand of a seed, the numbers of such means are kept. */
const mostKept = 200;
let kept = { seed: 0, byStrand: new Map<number, PoissonNumbers[]>() };

/** Draws numbers, at least so many, with a mean that is a whole number above 0; always the same ones. */
export function poissonNumbers(mean: number, strand: Strand, count: number): PoissonNumbers {
  if (mean > mostKept) return drawNumbers(mean, strand, count);
  const byMean = keptOf(strand);
  const known = byMean[mean];
  if (known && known.numbers.length >= count) return known;
  byMean[mean] = drawNumbers(mean, strand, count);
  return byMean[mean];
}

function keptOf({ seed, first, every }: Strand): PoissonNumbers[] {
  if (kept.seed !== seed) kept = { seed, byStrand: new Map() };
  const key = every * 2 ** 16 + first;
  const byMean = kept.byStrand.get(key) ?? [];
  kept.byStrand.set(key, byMean);
  return byMean;
}

/** Draws by inversion; the search begins as that of Chen and Asau (1974). */
function drawNumbers(mean: number, { seed, first, every }: Strand, count: number): PoissonNumbers {
  const { lowest, upTo } = chancesOf(mean);
  const guide = guideTo(upTo);
  const random = firstNumbers(seed, every * count);
  const numbers = new Int32Array(count);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let index = 0; index < count; index++) {
    const chance = random[every * index + first]!;
    let place = guide[Math.floor(chance * guide.length)]!;
    while (upTo[place]! <= chance) place++;
    const number = lowest + place;
    numbers[index] = number;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return { numbers, least, most };
}

/** Less than the chance of the likeliest number times this is nothing. */
const noChance = 2 ** -64;

/** The chances of at most `lowest`, of at most one more, and so on to 1: each number's follows from the one beside it. */
function chancesOf(mean: number): { readonly lowest: number; readonly upTo: readonly number[] } {
  const below: number[] = [];
  for (let [number, chance] = [mean, 1]; number > 0; number--) {
    chance *= number / mean;
    if (chance < noChance) break;
    below.push(chance);
  }
  const chances = [...below.reverse(), 1];
  for (let [number, chance] = [mean + 1, mean / (mean + 1)]; chance >= noChance; chance *= mean / ++number)
    chances.push(chance);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  let sum = 0;
  const upTo = chances.map((chance) => {
    sum += chance;
    return sum / total;
  });
  upTo[upTo.length - 1] = 1;
  return { lowest: mean - below.length, upTo };
}

/** For each of many equal parts of all chances, the first place that is above its beginning. */
function guideTo(upTo: readonly number[]): Int32Array {
  const guide = new Int32Array(Math.max(256, upTo.length));
  for (let [part, place] = [0, 0]; part < guide.length; part++) {
    while (upTo[place]! <= part / guide.length) place++;
    guide[part] = place;
  }
  return guide;
}
