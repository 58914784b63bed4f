import {
  type BinaryTable,
  countShared,
  tableOfTotals,
} from '../../../src/core/review/statistics/contingency';

/** Compares the units that two coders marked, given as ascending numbers without repeats, out of `units` units. */
export function tableOfMarked(
  first: readonly number[],
  second: readonly number[],
  units: number,
): BinaryTable {
  return tableOfTotals(countShared(first, second), first.length, second.length, units);
}
