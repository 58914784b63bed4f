import { BinomialDraws } from './binomial';

/**
 * Draws as many units, with replacement, as there are, and tells how many of each kind were drawn. `counts` tells
 * how many there are of each kind. The same as drawing unit by unit, in the time that the kinds take: the number
 * drawn of each kind is binomial, given those of the kinds before it.
 */
export function resample(counts: readonly number[], random: () => number): number[] {
  let units = counts.reduce((sum, count) => sum + count, 0);
  let toDraw = units;
  return counts.map((count) => {
    const drawn = new ShareDraws(toDraw, count, units, random).draw(toDraw);
    units -= count;
    toDraw -= drawn;
    return drawn;
  });
}

/**
 * Draws how many of some draws are of a kind that `count` out of `units` units have; all where these are all.
 * @param most that there are draws
 */
export class ShareDraws {
  readonly #draws: BinomialDraws | undefined;

  constructor(most: number, count: number, units: number, random: () => number) {
    if (count !== units) this.#draws = new BinomialDraws(most, count / units, random);
  }

  draw(draws: number): number {
    return this.#draws ? this.#draws.draw(draws) : draws;
  }
}
