/** How two coders used one code, in units or in characters. */
export interface BinaryTable {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** How often each pair of values was given: a row for each value of the first coder, a column for the second's. */
export type Contingency = readonly (readonly number[])[];

/** How many numbers two lists have in common, both ascending and without repeats. */
export function countShared(first: readonly number[], second: readonly number[]): number {
  let shared = 0;
  for (let one = 0, other = 0; one < first.length && other < second.length; ) {
    const difference = first[one]! - second[other]!;
    if (difference === 0) shared++;
    if (difference <= 0) one++;
    if (difference >= 0) other++;
  }
  return shared;
}

/** The table in which the coders used a code `both` times together, `first` and `second` times each. */
export function tableOfTotals(both: number, first: number, second: number, all: number): BinaryTable {
  return {
    both,
    onlyFirst: first - both,
    onlySecond: second - both,
    neither: all - first - second + both,
  };
}

/** The counts of one code as a table of two values: the code, and not the code. */
export function contingencyOf(table: BinaryTable): Contingency {
  return [
    [table.both, table.onlyFirst],
    [table.onlySecond, table.neither],
  ];
}

/**
 * Counts the pairs of values that two coders gave to the same units, in the order of `values`; a pair of which
 * one value is missing (null) is left out. Throws a RangeError on a value that is not among them.
 */
export function contingencyOfPairs(
  pairs: readonly (readonly [number | null, number | null])[],
  values: readonly number[],
): Contingency {
  const table = values.map(() => values.map(() => 0));
  for (const [first, second] of pairs) {
    if (first === null || second === null) continue;
    const row = values.indexOf(first);
    const column = values.indexOf(second);
    if (row < 0 || column < 0) throw new RangeError(`Not a value of the scale: ${row < 0 ? first : second}`);
    table[row]![column]! += 1;
  }
  return table;
}

/** The sums that coefficients are made of; counts, so that they are exact below 2^53. */
export interface Margins {
  readonly total: number;
  readonly agreed: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** True where both coders gave every unit one and the same value. */
  readonly oneValue: boolean;
}

/** The sums of a table. Throws a RangeError on a table that is not square. */
export function marginsOf(table: Contingency): Margins {
  if (table.some((row) => row.length !== table.length)) throw new RangeError('The table is not square');
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + row[column]!, 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  return {
    total,
    agreed: table.reduce((sum, row, index) => sum + row[index]!, 0),
    rows,
    columns,
    oneValue: rows.some((count, index) => count === total && columns[index] === total),
  };
}
