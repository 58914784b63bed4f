import type { Range } from '../../text/range';
import { type Coefficient, fromDisagreement, noUnits } from './coefficient';
import { type Continuum, continuumOfCode, forEachShared, type Section, sectionsOf } from './continuum';

/**
 * alpha_u of Krippendorff (1995; 2004, section 11.6) for some codes together, each on a continuum of its own:
 * one code for its own figure, all codes for the pooled one. For any number of coders; texts that are `joined`
 * join their gaps, too.
 */
export function alphaU(continuum: Continuum, codes: readonly string[]): Coefficient {
  if (continuum.length === 0) return noUnits;
  const perCode = codes.map((code) => disagreements(continuumOfCode(continuum, code)));
  return fromDisagreement(
    perCode.reduce((sum, { observed }) => sum + observed, 0),
    perCode.reduce((sum, { expected }) => sum + expected, 0),
  );
}

/** The observed and the expected disagreement on one code. */
export function disagreements(continuum: Continuum): {
  readonly observed: number;
  readonly expected: number;
} {
  const coders = sectionsOf(continuum);
  return {
    observed: observedDisagreement(coders, continuum.length),
    expected: expectedDisagreement(coders, continuum.length),
  };
}

function observedDisagreement(coders: readonly Section[][], length: number): number {
  let sum = 0;
  for (const [index, sections] of coders.entries()) {
    for (const others of coders.slice(0, index))
      forEachShared(sections, others, (one, other) => {
        sum += difference(one, other);
      });
  }
  return (2 * sum) / (coders.length * (coders.length - 1) * length ** 2);
}

/** The squared difference of two sections that share characters. */
function difference(one: Section, other: Section): number {
  if (one.code !== null && other.code !== null)
    return (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
  if (one.code !== null) return isWithin(one, other) ? lengthOf(one) ** 2 : 0;
  if (other.code !== null) return isWithin(other, one) ? lengthOf(other) ** 2 : 0;
  return 0;
}

/** What all ways of placing these units on the continuum would differ on the average. */
function expectedDisagreement(coders: readonly Section[][], length: number): number {
  const all = coders.flat();
  const units = all.filter(({ code }) => code !== null).map(lengthOf);
  const gaps = all.filter(({ code }) => code === null).map(lengthOf);
  const roomFor = roomIn(gaps);
  let sum = 0;
  let samePlace = 0;
  for (const unit of units) {
    const overlapping = ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit);
    sum += overlapping + unit ** 2 * roomFor(unit);
    samePlace += unit * (unit - 1);
  }
  const places = coders.length * length;
  return sum === 0 ? 0 : ((2 / length) * sum) / (places * (places - 1) - samePlace);
}

/** In how many places a unit of a given length fits into the gaps: a function that looks it up. */
function roomIn(gaps: readonly number[]): (unit: number) => number {
  const longestFirst = gaps.toSorted((one, other) => other - one);
  const lengths = [0];
  for (const gap of longestFirst) lengths.push(lengths.at(-1)! + gap);
  return (unit) => {
    let low = 0;
    let high = longestFirst.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (longestFirst[middle]! >= unit) low = middle + 1;
      else high = middle;
    }
    return lengths[low]! - low * (unit - 1);
  };
}

function isWithin(unit: Range, gap: Range): boolean {
  return gap.start <= unit.start && unit.end <= gap.end;
}

function lengthOf({ start, end }: Range): number {
  return end - start;
}
