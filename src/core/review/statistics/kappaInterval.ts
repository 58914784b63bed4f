import { type Contingency, type Margins, marginsOf } from './contingency';
import { cohenKappa } from './kappa';

/**
 * Where a standard error of Cohen's kappa comes from: Cohen's own simple one of 1960, or the large-sample one of
 * Fleiss, Cohen and Everitt (1969), which is the one to prefer. They differ, so a report says which it uses.
 */
export type KappaError = 'cohen-1960' | 'fleiss-cohen-everitt-1969';

/** A standard error and the 95 % interval that a normal distribution gives with it; not cut off at 1. */
export interface KappaInterval {
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

const z95 = 1.959963984540054;

/** The interval of Cohen's kappa by formula, or null where kappa is undefined. */
export function cohenKappaInterval(table: Contingency, error: KappaError): KappaInterval | null {
  const { value } = cohenKappa(table);
  if (value === null) return null;
  const margins = marginsOf(table);
  const variance = error === 'cohen-1960' ? simpleVariance(margins) : largeSampleVariance(table, margins);
  const standardError = Math.sqrt(variance);
  return { standardError, low: value - z95 * standardError, high: value + z95 * standardError };
}

/** Po (1 - Po) / (N (1 - Pe)^2). */
function simpleVariance(margins: Margins): number {
  const { observed, expected } = agreements(margins);
  return (observed * (1 - observed)) / (margins.total * (1 - expected) ** 2);
}

/** Formula 13 of Fleiss, Cohen and Everitt, with weights of 1 on the diagonal and 0 elsewhere. */
function largeSampleVariance(table: Contingency, margins: Margins): number {
  const { observed, expected } = agreements(margins);
  const { rows, columns, total } = margins;
  let sum = 0;
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const expectation = (columns[row]! + rows[column]!) / total;
      const weight = row === column ? 1 - expected : 0;
      sum += (count / total) * (weight - expectation * (1 - observed)) ** 2;
    }
  }
  const mean = observed * expected - 2 * expected + observed;
  return Math.max(0, sum - mean ** 2) / (total * (1 - expected) ** 4);
}

function agreements({ total, agreed, rows, columns }: Margins): { observed: number; expected: number } {
  const products = rows.reduce((sum, count, index) => sum + count * columns[index]!, 0);
  return { observed: agreed / total, expected: products / total ** 2 };
}
