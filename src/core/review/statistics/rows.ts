/** Units of which it matters how many coders gave them each value, not which coders; those that are alike once. */
export interface CountedRows {
  /** How many coders gave a unit each value. */
  readonly rows: readonly (readonly number[])[];
  /** How many units there are like each row. */
  readonly counts: readonly number[];
}

/**
 * Counts the units, out of `units`, by how many of several coders marked them and how many did not. Each coder's
 * units are numbers without repeats.
 */
export function rowsOfMarked(coders: readonly (readonly number[])[], units: number): CountedRows {
  const times = new Map<number, number>();
  for (const marked of coders) for (const unit of marked) times.set(unit, (times.get(unit) ?? 0) + 1);
  const counts = new Array<number>(coders.length + 1).fill(0);
  counts[0] = units - times.size;
  for (const marks of times.values()) counts[marks]! += 1;
  return { rows: counts.map((_, marks) => [marks, coders.length - marks]), counts };
}

/** The rows of some units and of others, counted together; both of as many coders. */
export function addRows(some: CountedRows | undefined, others: CountedRows): CountedRows {
  if (!some) return others;
  return { rows: some.rows, counts: some.counts.map((count, index) => count + others.counts[index]!) };
}
