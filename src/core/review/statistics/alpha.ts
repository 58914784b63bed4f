import { type Coefficient, fromDisagreement, noUnits } from './coefficient';
import { type Contingency, marginsOf } from './contingency';

/** What kind of differences there are between values: Krippendorff's metrics. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** The squared difference of two values, by their places in the ascending order of all values. */
export type SquaredDifference = (first: number, second: number) => number;

/** The values that coders gave to one unit, a place for each coder; null where a coder gave none. */
export type Unit<Value> = readonly (Value | null)[];

/**
 * Krippendorff's alpha (2004, chapter 11) for any number of coders, with or without missing values.
 * `counts` tells how many units are like each one given (one each, if left out). Units with fewer than two
 * values cannot be compared and do not count. Ratios are of values that are not negative.
 */
export function krippendorffAlpha(
  units: readonly Unit<number>[],
  metric: Metric,
  counts?: readonly number[],
): Coefficient {
  const values = [...new Set(units.flat().filter((value) => value !== null))].sort((a, b) => a - b);
  const places = new Map(values.map((value, place) => [value, place]));
  const placed = units.map((unit) => placesOf(unit, (value) => places.get(value)!));
  return alphaOfPlaces(placed, values.length, counts, (totals) => differences(metric, values, totals));
}

/** Krippendorff's nominal alpha for two coders: each unit that they gave different values has two pairs that differ. */
export function alphaOfContingency(table: Contingency): Coefficient {
  const { total, agreed, rows, columns } = marginsOf(table);
  if (total === 0) return noUnits;
  const totals = rows.map((count, value) => count + columns[value]!);
  return fromDisagreement(2 * (total - agreed) * (2 * total - 1), among(totals, nominal));
}

/**
 * Krippendorff's nominal alpha from rows that tell how many coders gave a unit each value, as Fleiss' kappa has
 * them; not all units need be coded by as many. `counts` tells how many units are like each row.
 */
export function alphaOfRows(rows: readonly (readonly number[])[], counts?: readonly number[]): Coefficient {
  const units = rows.map((row) => row.flatMap((coders, place) => new Array<number>(coders).fill(place)));
  return alphaOfPlaces(units, rows[0]?.length ?? 0, counts, () => nominal);
}

/** The places of the values of a unit, without those that are missing. */
export function placesOf<Value>(unit: Unit<Value>, placeOf: (value: Value) => number): number[] {
  return unit.filter((value) => value !== null).map((value) => placeOf(value));
}

/**
 * 1 - Do/De over units given as the places of their values among all `values` values. `differenceOf` gets how
 * often each value was given in units that can be compared.
 */
export function alphaOfPlaces(
  units: readonly (readonly number[])[],
  values: number,
  counts: readonly number[] | undefined,
  differenceOf: (totals: readonly number[]) => SquaredDifference,
): Coefficient {
  const totals = new Array<number>(values).fill(0);
  for (const [index, unit] of units.entries()) {
    if (unit.length < 2) continue;
    for (const place of unit) totals[place]! += counts?.[index] ?? 1;
  }
  const given = totals.reduce((sum, total) => sum + total, 0);
  if (given === 0) return noUnits;
  const difference = differenceOf(totals);
  const observed = units.reduce((sum, unit, index) => {
    const like = counts?.[index] ?? 1;
    return like === 0 || unit.length < 2 ? sum : sum + (like * within(unit, difference)) / (unit.length - 1);
  }, 0);
  return fromDisagreement(observed * (given - 1), among(totals, difference));
}

/** The sum of the differences of all ordered pairs of values of one unit. */
function within(unit: readonly number[], difference: SquaredDifference): number {
  let sum = 0;
  for (const [index, place] of unit.entries())
    for (let other = 0; other < index; other++) sum += 2 * difference(place, unit[other]!);
  return sum;
}

/** The sum of the differences of all ordered pairs of values, whichever unit they belong to. */
function among(totals: readonly number[], difference: SquaredDifference): number {
  let sum = 0;
  for (const [place, total] of totals.entries())
    for (let other = 0; other < place; other++) sum += 2 * total * totals[other]! * difference(place, other);
  return sum;
}

const nominal: SquaredDifference = (first, second) => (first === second ? 0 : 1);

function differences(
  metric: Metric,
  values: readonly number[],
  totals: readonly number[],
): SquaredDifference {
  switch (metric) {
    case 'nominal':
      return nominal;
    case 'ordinal':
      return ordinal(totals);
    case 'interval':
      return (first, second) => (values[first]! - values[second]!) ** 2;
    case 'ratio':
      return (first, second) => ratio(values[first]!, values[second]!);
  }
}

/** Two values differ by the number of values given between them, of their own ranks half. */
function ordinal(totals: readonly number[]): SquaredDifference {
  let below = 0;
  const middles = totals.map((total) => {
    below += total;
    return below - total / 2;
  });
  return (first, second) => (middles[first]! - middles[second]!) ** 2;
}

function ratio(first: number, second: number): number {
  return first === second ? 0 : ((first - second) / (first + second)) ** 2;
}
