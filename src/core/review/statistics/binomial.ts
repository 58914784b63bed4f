/** Up to so many expected successes, the chances of all numbers are added up: beyond, there are too many of them. */
const mostInTable = 50;
/** Chances that add nothing any more to a sum of about 1. */
const noChance = 2 ** -60;

/** Into so many parts random numbers are divided, to begin the search for each near its end. */
const parts = 32;

/**
 * Draws how many of some trials succeed, each with the same probability: exact, not by a normal distribution. What is
 * worked out for a number of trials is kept, since draws of draws have few different ones.
 */
export class BinomialDraws {
  readonly #isFlipped: boolean;
  readonly #probability: number;
  /** By how many fewer than the most the trials are. */
  readonly #tables: (ChanceTable | undefined)[] = [];

  /** @param most that any draw has trials */
  constructor(
    private readonly most: number,
    probability: number,
    private readonly random: () => number,
  ) {
    this.#isFlipped = probability > 0.5;
    this.#probability = this.#isFlipped ? 1 - probability : probability;
  }

  draw(trials: number): number {
    const drawn = this.#drawRarer(trials);
    return this.#isFlipped ? trials - drawn : drawn;
  }

  #drawRarer(trials: number): number {
    const probability = this.#probability;
    if (trials === 0 || probability === 0) return 0;
    if (trials * probability > mostInTable) return drawByRejection(trials, probability, this.random);
    const fewer = this.most - trials;
    const table = this.#tables[fewer] ?? chancesUpTo(trials, probability);
    this.#tables[fewer] = table;
    return drawFrom(table, this.random());
  }
}

interface ChanceTable {
  /** The chance of at most 0 successes, of at most 1, and so on, as far as it grows. */
  readonly upTo: readonly number[];
  /** The least number of successes whose chance is above the beginning of each part of all chances. */
  readonly first: readonly number[];
}

function chancesUpTo(trials: number, probability: number): ChanceTable {
  const odds = probability / (1 - probability);
  let chance = Math.exp(trials * Math.log1p(-probability));
  let sum = chance;
  const upTo = [sum];
  for (let successes = 1; successes <= trials; successes++) {
    chance *= (odds * (trials - successes + 1)) / successes;
    if (chance < noChance && successes > trials * probability) break;
    sum += chance;
    upTo.push(sum);
  }
  const first: number[] = [];
  for (let [part, successes] = [0, 0]; part < parts; part++) {
    while (successes < upTo.length - 1 && upTo[successes]! <= part / parts) successes++;
    first.push(successes);
  }
  return { upTo, first };
}

/** The number of successes that a random number stands for (by inversion; the search begins as Chen and Asau, 1974). */
function drawFrom({ upTo, first }: ChanceTable, random: number): number {
  let successes = first[Math.floor(random * parts)]!;
  while (successes < upTo.length - 1 && upTo[successes]! <= random) successes++;
  return successes;
}

/** The algorithm BTRS of Hörmann, The generation of binomial random variates (1993); its names are kept. */
function drawByRejection(n: number, p: number, random: () => number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (!(k >= 0 && k <= n)) continue;
    const relative =
      logFactorial(mode) +
      logFactorial(n - mode) -
      logFactorial(k) -
      logFactorial(n - k) +
      (k - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= relative) return k;
  }
}

const logFactorials: number[] = [0];
for (let number = 1; number < 32; number++) logFactorials.push(logFactorials[number - 1]! + Math.log(number));

/** The logarithm of n!, by Stirling's series from 32 on. */
function logFactorial(n: number): number {
  if (n < logFactorials.length) return logFactorials[n]!;
  const inverse = 1 / n;
  const square = inverse * inverse;
  return (
    (n + 0.5) * Math.log(n) -
    n +
    Math.log(2 * Math.PI) / 2 +
    inverse * (1 / 12 - square * (1 / 360 - square / 1260))
  );
}
