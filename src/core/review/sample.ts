import type { Draw } from '../settings/settings';
import { compareStrings } from '../text/compare';

/** Floating point makes 7.000000000000001 of 7 % of 100, which is not to be rounded up. */
const roundingError = 1e-9;

/**
 * A sample by rank: items are ordered by the SHA-256 of `seed:name` and the first are taken, so that the same items
 * and seed give the same sample, in any tool, and an item that is added moves few others. In order of rank.
 */
export function drawSample<T>(
  items: readonly T[],
  { size, seed }: Draw,
  nameOf: (item: T) => string,
  sha256: (text: string) => string,
): T[] {
  const count =
    'percent' in size ? Math.ceil((size.percent * items.length) / 100 - roundingError) : size.count;
  const ranked = items.map((item) => ({ item, rank: sha256(`${seed}:${nameOf(item)}`) }));
  ranked.sort((a, b) => compareStrings(a.rank, b.rank));
  return ranked.slice(0, count).map(({ item }) => item);
}
