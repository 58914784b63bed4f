/** By so many equal parts of their range values are counted. */
const parts = 1024;
const counts = new Int32Array(parts);
const isNear = new Uint8Array(parts);

/**
 * Quantiles of some values, interpolated as R's default does (type 7), without sorting more of the values than lie near
 * a quantile.
 * @param values numbers, none of them NaN or infinite; at least one
 * @param shares from 0 to 1, ascending
 */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const last = values.length - 1;
  const ranks = shares.flatMap((share) => {
    const below = Math.floor(last * share);
    return [below, Math.min(below + 1, last)];
  });
  const ranked = valuesAt(values, ranks);
  return shares.map((share, index) => {
    const [low, high] = [ranked[2 * index]!, ranked[2 * index + 1]!];
    return low + (high - low) * (last * share - ranks[2 * index]!);
  });
}

/** The values that have so many before them in ascending order, by distribution counting; ranks are ascending. */
function valuesAt(values: Float64Array, ranks: readonly number[]): number[] {
  let [least, most] = [values[0]!, values[0]!];
  for (let index = 1; index < values.length; index++) {
    const value = values[index]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const perUnit = (parts - 1) / (most - least);
  // All are in one part where they are equal, or too near to each other or too far apart to be divided.
  const scale = Number.isFinite(perUnit) ? perUnit : 0;
  counts.fill(0);
  for (let index = 0; index < values.length; index++) counts[((values[index]! - least) * scale) | 0]! += 1;
  const { size, places } = markNear(ranks);
  const near = new Float64Array(size);
  for (let index = 0, found = 0; found < size; index++) {
    const value = values[index]!;
    if (isNear[((value - least) * scale) | 0] === 1) near[found++] = value;
  }
  near.sort();
  return places.map((place) => near[place]!);
}

/** Marks the parts in which ranks lie; tells how many values these have, and where each rank is among them. */
function markNear(ranks: readonly number[]): { readonly size: number; readonly places: readonly number[] } {
  isNear.fill(0);
  const places: number[] = [];
  let [size, before] = [0, 0];
  for (let part = 0; places.length < ranks.length; part++) {
    const count = counts[part]!;
    while (ranks[places.length]! < before + count) {
      isNear[part] = 1;
      places.push(ranks[places.length]! - before + size);
    }
    if (isNear[part] === 1) size += count;
    before += count;
  }
  return { size, places };
}
