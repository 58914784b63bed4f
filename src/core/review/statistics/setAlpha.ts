import { compareStrings } from '../../text/compare';
import { alphaOfPlaces, placesOf, type Unit } from './alpha';
import type { Coefficient } from './coefficient';

/** The codes that a coder gave to one unit. */
export type CodeSet = ReadonlySet<string>;

/**
 * How much two sets of codes differ, from 0 to 1: Jaccard's distance, MASI (Passonneau 2006), which is one minus
 * Jaccard's index times monotonicity, or Passonneau's set distance (2004), one minus monotonicity alone.
 */
export type SetDistance = 'jaccard' | 'masi' | 'passonneau';

/**
 * Krippendorff's alpha where a coder may give a unit several codes or none; the distance stands for the squared
 * difference, as is done since Passonneau. Null is a unit that a coder did not see. Two empty sets are alike.
 */
export function setAlpha(units: readonly Unit<CodeSet>[], distance: SetDistance): Coefficient {
  const sets: CodeSet[] = [];
  const places = new Map<string, number>();
  const placeOf = (set: CodeSet) => {
    const key = JSON.stringify([...set].sort(compareStrings));
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, sets.length);
    return sets.push(set) - 1;
  };
  const placed = units.map((unit) => placesOf(unit, placeOf));
  const between = (first: number, second: number) =>
    first === second ? 0 : setDistance(sets[first]!, sets[second]!, distance);
  return alphaOfPlaces(placed, sets.length, undefined, () => between);
}

/** The distance of two sets: 0 where they are equal, and at most 1. */
export function setDistance(first: CodeSet, second: CodeSet, distance: SetDistance): number {
  const shared = [...first].filter((code) => second.has(code)).length;
  const all = first.size + second.size - shared;
  if (shared === all) return 0;
  const jaccard = shared / all;
  switch (distance) {
    case 'jaccard':
      return 1 - jaccard;
    case 'masi':
      return 1 - jaccard * monotonicity(first, second, shared);
    case 'passonneau':
      return 1 - monotonicity(first, second, shared);
  }
}

/** Of two sets that differ: two thirds where one holds the other (an empty one too), one third where they overlap. */
function monotonicity(first: CodeSet, second: CodeSet, shared: number): number {
  if (shared === Math.min(first.size, second.size)) return 2 / 3;
  return shared > 0 ? 1 / 3 : 0;
}
