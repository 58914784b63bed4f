/**
 * Draws as many units, with replacement, as there are, and tells how many of each kind were drawn. `counts` tells
 * how many there are of each kind. The same as drawing unit by unit, in the time that the kinds take: the number
 * drawn of each kind is binomial, given those of the kinds before it.
 */
export function resample(counts: readonly number[], random: () => number): number[] {
  let units = counts.reduce((sum, count) => sum + count, 0);
  let toDraw = units;
  return counts.map((count) => {
    const drawn = drawShare(toDraw, count, units, random);
    units -= count;
    toDraw -= drawn;
    return drawn;
  });
}

/** Draws how many of some draws are of a kind that `count` out of `units` units have; all where these are all. */
export function drawShare(draws: number, count: number, units: number, random: () => number): number {
  return count === units ? draws : drawBinomial(draws, count / units, random);
}

/** Draws how many of `trials` trials succeed, each with the given probability: exact, not by a normal distribution. */
export function drawBinomial(trials: number, probability: number, random: () => number): number {
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, random);
  if (trials === 0 || probability === 0) return 0;
  return trials * probability < 10
    ? drawByInversion(trials, probability, random)
    : drawByRejection(trials, probability, random);
}

/** Goes up from 0 until the probabilities gone by exceed a random number. */
function drawByInversion(trials: number, probability: number, random: () => number): number {
  const odds = probability / (1 - probability);
  let left = random();
  let chance = Math.exp(trials * Math.log1p(-probability));
  let successes = 0;
  while (left > chance && successes < trials) {
    left -= chance;
    successes++;
    chance *= (odds * (trials - successes + 1)) / successes;
  }
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
