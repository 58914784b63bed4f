import { type Coefficient, fromDisagreement, noUnits, oneValueOnly } from './coefficient';
import { type BinaryTable, type Contingency, type Margins, marginsOf } from './contingency';

/** The share of units to which two coders gave the same value. */
export function percentAgreement(table: Contingency): Coefficient {
  const { total, agreed } = marginsOf(table);
  return total === 0 ? noUnits : { value: agreed / total };
}

/**
 * Agreement on where a code is, whatever the size of the rest: 2a / (2a + b + c), which is also the F1 of the two
 * coders' units (Cicchetti and Feinstein 1990). Undefined where neither used the code.
 */
export function positiveAgreement({ both, onlyFirst, onlySecond, neither }: BinaryTable): Coefficient {
  const used = 2 * both + onlyFirst + onlySecond;
  if (used > 0) return { value: (2 * both) / used };
  return neither === 0 ? noUnits : oneValueOnly;
}

/** Cohen's kappa (1960): each coder is expected to keep to that coder's own distribution of values. */
export function cohenKappa(table: Contingency): Coefficient {
  return chanceCorrected(
    table,
    ({ rows, columns, total }) => sum(rows, (count, index) => count * columns[index]!) / total ** 2,
  );
}

/** Cohen's kappa of one code from the counts of its table, as `cohenKappa` but for rounding; NaN where it is undefined. */
export function kappaOfCounts(both: number, onlyFirst: number, onlySecond: number, units: number): number {
  const first = both + onlyFirst;
  const second = both + onlySecond;
  return 1 - (units * (onlyFirst + onlySecond)) / (units * (first + second) - 2 * first * second);
}

/** Scott's pi (1955): both coders are expected to keep to their joint distribution of values. */
export function scottPi(table: Contingency): Coefficient {
  return chanceCorrected(table, (margins) => sum(jointShares(margins), (share) => share ** 2));
}

/** Brennan and Prediger's S (1981), for two values also Bennett's: every value is expected as often as any other. */
export function brennanPredigerS(table: Contingency): Coefficient {
  return chanceCorrected(table, () => 1 / table.length);
}

/** Gwet's AC1 (2008). Looks good where a code is rare, whether or not the coders agree on where it is. */
export function gwetAC1(table: Contingency): Coefficient {
  return chanceCorrected(
    table,
    (margins) => sum(jointShares(margins), (share) => share * (1 - share)) / (table.length - 1),
  );
}

/** How much two values differ, by their places on the scale. */
export type KappaWeights = 'linear' | 'quadratic';

/** Cohen's weighted kappa (1968) for values in the order of a scale, its disagreements weighted by distance. */
export function weightedKappa(table: Contingency, weights: KappaWeights): Coefficient {
  const { total, rows, columns } = marginsOf(table);
  if (total === 0) return noUnits;
  let observed = 0;
  let expected = 0;
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const distance = Math.abs(row - column);
      const weight = weights === 'linear' ? distance : distance ** 2;
      observed += weight * count;
      expected += weight * rows[row]! * columns[column]!;
    }
  }
  return fromDisagreement(observed * total, expected);
}

/** (Po - Pe) / (1 - Pe), where Pe is the agreement that a coefficient expects by chance. */
function chanceCorrected(table: Contingency, chance: (margins: Margins) => number): Coefficient {
  const margins = marginsOf(table);
  if (margins.total === 0) return noUnits;
  if (margins.oneValue) return oneValueOnly;
  return fromDisagreement(1 - margins.agreed / margins.total, 1 - chance(margins));
}

function jointShares({ rows, columns, total }: Margins): number[] {
  return rows.map((count, index) => (count + columns[index]!) / (2 * total));
}

function sum(counts: readonly number[], term: (count: number, index: number) => number): number {
  return counts.reduce((total, count, index) => total + term(count, index), 0);
}
