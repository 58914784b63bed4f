import { type Coefficient, fromDisagreement, noUnits, oneValueOnly } from './coefficient';

/**
 * Fleiss' kappa (1971) for two or more coders: each row tells how many coders gave a unit each value, and
 * `counts` how many units are like that row (one each, if left out). Throws a RangeError where units were coded
 * by different numbers of coders, or by one; Krippendorff's alpha can do with that.
 */
export function fleissKappa(rows: readonly (readonly number[])[], counts?: readonly number[]): Coefficient {
  const coders = rows[0]?.reduce((sum, count) => sum + count, 0) ?? 2;
  const totals = (rows[0] ?? []).map(() => 0);
  let units = 0;
  let agreeing = 0;
  for (const [index, row] of rows.entries()) {
    if (coders < 2 || row.reduce((sum, count) => sum + count, 0) !== coders)
      throw new RangeError("Fleiss' kappa needs the same two or more coders for every unit");
    const like = counts?.[index] ?? 1;
    units += like;
    for (const [value, count] of row.entries()) {
      totals[value]! += like * count;
      agreeing += like * count * (count - 1);
    }
  }
  const values = units * coders;
  if (units === 0) return noUnits;
  if (totals.includes(values)) return oneValueOnly;
  const expected = totals.reduce((sum, total) => sum + (total / values) ** 2, 0);
  return fromDisagreement(1 - agreeing / (values * (coders - 1)), 1 - expected);
}
