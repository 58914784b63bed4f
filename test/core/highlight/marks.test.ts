import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCodebook } from '../../../src/core/codebook/codebook';
import type { Anchor } from '../../../src/core/coding/coding';
import { MarkFinder } from '../../../src/core/highlight/marks';
import type { StudyCoding } from '../../../src/core/study';
import type { Hit } from '../../../src/core/terms/matcher';

const coding = (start: number, length: number, code: string, anchor: Anchor = 'exact') =>
  ({ coding: { code }, start, end: start + length, anchor }) as StudyCoding;
const hit = (start: number, negated: boolean): Hit => ({
  start,
  end: start + 3,
  code: 'a',
  term: 'x',
  negated,
});

const pool = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 15 }), fc.constantFrom('a', 'b'), fc.boolean())
    .map(([start, length, code, lost]) => coding(start, length, code, lost ? 'orphan' : 'exact')),
  { maxLength: 8 },
);

describe('the marks of a transcript', () => {
  it('are after any changes what they are when found at once', () => {
    const lists = pool.chain((all) => fc.array(fc.subarray(all.sort((a, b) => a.start - b.start))));
    fc.assert(
      fc.property(lists, fc.array(fc.boolean(), { maxLength: 3 }), (steps, negated) => {
        const finder = new MarkFinder();
        const hits = negated.map((one, index) => hit(index * 5, one));
        for (const codings of steps) {
          const fresh = new MarkFinder().find(emptyCodebook, codings, hits);
          expect(finder.find(emptyCodebook, codings, hits)).toEqual(fresh);
        }
      }),
    );
  });

  it('name the code that the codebook now has for the one of a coding', () => {
    const finder = new MarkFinder();
    const codings = [coding(0, 5, 'old')];
    expect(finder.find(emptyCodebook, codings, []).ofCodings).toEqual([
      { kind: 'coding', code: 'old', start: 0, end: 5 },
      { kind: 'passage', codes: ['old'], start: 0, end: 5 },
    ]);
    const renamed = { ...emptyCodebook, byId: new Map([['old', { id: 'new' } as never]]) };
    expect(
      finder.find(renamed, codings, []).ofCodings.map((one) => ('code' in one ? one.code : one.codes)),
    ).toEqual(['new', ['new']]);
  });

  it('leave out codings without a place, and more than an editor can show', () => {
    const lost = coding(0, 5, 'a', 'orphan');
    const many = Array.from({ length: 19_000 }, (_, index) => hit(index * 4, index % 2 === 0));
    const some = Array.from({ length: 900 }, (_, index) => coding(index * 10, 5, 'a'));
    const { ofCodings, ofHits } = new MarkFinder().find(emptyCodebook, [lost, ...some], many);
    expect(ofCodings).toHaveLength(1_800);
    expect(ofHits).toHaveLength(18_200);
    expect(ofHits.slice(0, 2).map(({ kind }) => kind)).toEqual(['negatedHit', 'hit']);
  });
});
