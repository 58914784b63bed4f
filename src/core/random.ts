/**
 * Numbers in [0, 1) that are the same for the same seed: mulberry32, by Tommy Ettinger (2017, public domain).
 */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let kept = { seed: 0, numbers: new Float64Array(0) };

/**
 * The first numbers of a seed, at least so many of them. Those of the last seed are kept: to go over them again takes
 * a fraction of the time that drawing them does.
 */
export function firstNumbers(seed: number, count: number): Float64Array {
  if (kept.seed !== seed || kept.numbers.length < count)
    kept = { seed, numbers: Float64Array.from({ length: count }, seeded(seed)) };
  return kept.numbers;
}

/** Puts a list in an order that the random numbers tell (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
