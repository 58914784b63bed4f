import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '../../../../src/core/review/statistics/alpha';
import { type SetDistance, setAlpha, setDistance } from '../../../../src/core/review/statistics/setAlpha';

const distances: SetDistance[] = ['jaccard', 'masi', 'passonneau'];

const pairs = [
  ['', ''],
  ['A', ''],
  ['A', 'A'],
  ['A', 'B'],
  ['AB', 'A'],
  ['AB', 'AC'],
  ['ABC', 'ABC'],
  ['C', 'AC'],
  ['C', 'AC'],
] as const;

const sets = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((codes) => new Set(codes));

describe('setAlpha', () => {
  const units = pairs.map((pair) => pair.map((codes) => new Set(codes)));

  it.each([
    ['jaccard', 196 / 621, 10],
    ['masi', 0.2731, 4],
    ['passonneau', 0.186, 3],
  ] as const)('with the distance of %s is as computed elsewhere', (distance, alpha, digits) => {
    expect(setAlpha(units, distance).value).toBeCloseTo(alpha, digits);
  });

  it('does not tell one coder from the other, nor one order of codes from another', () => {
    const swapped = pairs.map((pair) => pair.toReversed().map((codes) => new Set([...codes].reverse())));
    for (const distance of distances)
      expect(setAlpha(swapped, distance).value).toBeCloseTo(setAlpha(units, distance).value!, 10);
  });

  it('is nominal alpha where every set has one code', () => {
    const codes = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { maxLength: 4 }));
    fc.assert(
      fc.property(codes, fc.constantFrom(...distances), (given, distance) => {
        const nominal = krippendorffAlpha(given, 'nominal');
        const alpha = setAlpha(
          given.map((unit) => unit.map((code) => (code === null ? null : new Set([`${code}`])))),
          distance,
        );
        if (nominal.value === null) expect(alpha).toEqual(nominal);
        else expect(alpha.value).toBeCloseTo(nominal.value, 10);
      }),
    );
  });

  it('is undefined where all sets are empty', () => {
    expect(setAlpha([[new Set(), new Set()]], 'masi')).toEqual({ value: null, undefined: 'one-value-only' });
  });
});

describe('setDistance', () => {
  it('is 0 for equal sets, empty ones too, and 1 for sets that share nothing', () => {
    for (const distance of distances) {
      expect(setDistance(new Set(), new Set(), distance)).toBe(0);
      expect(setDistance(new Set('ab'), new Set('cd'), distance)).toBe(1);
    }
  });

  it('of a set to an empty one is 1, except that to Passonneau the empty set is part of every other', () => {
    const toEmpty = distances.map((distance) => setDistance(new Set('a'), new Set(), distance));
    expect(toEmpty).toEqual([1, 1, 1 - 2 / 3]);
  });

  it('lies between 0 and 1 and has no direction', () => {
    fc.assert(
      fc.property(sets, sets, fc.constantFrom(...distances), (first, second, distance) => {
        const between = setDistance(first, second, distance);
        expect(between).toBe(setDistance(second, first, distance));
        expect(between).toBeGreaterThanOrEqual(0);
        expect(between).toBeLessThanOrEqual(1);
        expect(between === 0).toBe(
          first.size === second.size && [...first].every((code) => second.has(code)),
        );
      }),
    );
  });
});
