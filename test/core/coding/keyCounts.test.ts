import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyCounts } from '../../../src/core/coding/keyCounts';

/** Keys of up to 53 bits, several of which come to stand in one slot. */
const keys = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 5 }).map((key) => key * 2 ** 40),
  fc.maxSafeNat(),
);

describe('the counts of keys', () => {
  it('are those of a map, whatever comes and goes', () => {
    const steps = fc.array(fc.record({ key: keys, adds: fc.boolean() }), { maxLength: 400 });
    fc.assert(
      fc.property(steps, (taken) => {
        const [counts, model] = [new KeyCounts(), new Map<number, number>()];
        for (const { key, adds } of taken) {
          const before = model.get(key) ?? 0;
          if (!adds && before === 0) continue;
          if (adds) counts.add(key);
          else counts.remove(key);
          model.set(key, before + (adds ? 1 : -1));
          expect(counts.has(key)).toBe(model.get(key)! > 0);
          expect(counts.several).toEqual(
            new Set([...model].flatMap(([one, count]) => (count > 1 ? one : []))),
          );
        }
      }),
    );
  });

  it('stay as they are while room is made, and when many have gone', () => {
    const counts = new KeyCounts();
    const all = Array.from({ length: 5_000 }, (_, index) => index * 2 ** 21);
    for (const key of all) counts.add(key);
    for (const key of all.slice(2_000)) counts.remove(key);
    for (let round = 0; round < 5; round++) {
      const others = all.map((key) => key + 1 + round);
      for (const key of others) counts.add(key);
      expect(others.every((key) => counts.has(key))).toBe(true);
      for (const key of others) counts.remove(key);
    }
    expect(all.filter((key) => counts.has(key))).toEqual(all.slice(0, 2_000));
    expect(counts.several.size).toBe(0);
  });
});
