import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contingencyOf } from '../../../../src/core/review/statistics/contingency';
import { continuumOfCode } from '../../../../src/core/review/statistics/continuum';
import { cohenKappa } from '../../../../src/core/review/statistics/kappa';
import { matchSpans, spanF1 } from '../../../../src/core/review/statistics/spanMatching';
import { tableOfCharacters, unionOf, unitsTouched } from '../../../../src/core/review/statistics/spans';
import { overlaps, type Range } from '../../../../src/core/text/range';
import { tableOfMarked } from '../../support/tables';
import { overlapping } from './arbitraryContinua';
import { example, ranges } from './continua';

const first = example.coders[0]!;
const second = example.coders[1]!;

function ofCode(code: string): [Range[], Range[]] {
  const [ones, others] = continuumOfCode(example, code).coders;
  return [[...ones!], [...others!]];
}

describe('a table of characters', () => {
  it.each([
    ['A', { both: 18, onlyFirst: 2, onlySecond: 10, neither: 70 }],
    ['B', { both: 0, onlyFirst: 10, onlySecond: 6, neither: 84 }],
  ])('counts those of code %s', (code, table) => {
    expect(tableOfCharacters(...ofCode(code), 100)).toEqual(table);
  });

  it('counts as going over the characters does', () => {
    fc.assert(
      fc.property(overlapping, overlapping, (ones, others) => {
        const at = (units: readonly Range[]) =>
          Array.from({ length: 60 }, (_, character) => character).filter((character) =>
            units.some(({ start, end }) => start <= character && character < end),
          );
        expect(tableOfCharacters(ones, others, 60)).toEqual(tableOfMarked(at(ones), at(others), 60));
      }),
    );
  });
});

describe('the units that ranges touch', () => {
  const twenties = [0, 20, 40, 60, 80].map((start) => ({ start, end: start + 20 }));

  it.each([
    ['A', 0.6154],
    ['B', -0.25],
  ])('have the published kappa for code %s', (code, kappa) => {
    const [ones, others] = ofCode(code);
    const table = tableOfMarked(unitsTouched(twenties, ones), unitsTouched(twenties, others), 5);
    expect(cohenKappa(contingencyOf(table)).value).toBeCloseTo(kappa, 4);
  });

  it('are those that overlap one of them', () => {
    const gaps = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 9 })), { maxLength: 9 });
    fc.assert(
      fc.property(overlapping, gaps, (given, sizes) => {
        let end = 0;
        const units = sizes.map(([gap, size]) => {
          const start = end + gap;
          end = start + size;
          return { start, end };
        });
        const touched = [...units.keys()].filter((unit) =>
          given.some((range) => overlaps(range, units[unit]!)),
        );
        expect(unitsTouched(units, given)).toEqual(touched);
      }),
    );
  });
});

describe('the union of ranges', () => {
  it('is in order, without what overlaps or is empty', () => {
    expect(unionOf(ranges('A[30,40) B[5,9) A[7,12) B[12,14) A[20,20)'))).toEqual([
      { start: 5, end: 12 },
      { start: 12, end: 14 },
      { start: 30, end: 40 },
    ]);
  });
});

describe('matched spans', () => {
  const perCode = (iou: number) =>
    ['A', 'B']
      .map((code) => matchSpans(...ofCode(code), iou))
      .reduce((one, other) => ({
        matched: [...one.matched, ...other.matched],
        onlyFirst: [...one.onlyFirst, ...other.onlyFirst],
        onlySecond: [...one.onlySecond, ...other.onlySecond],
      }));

  it('have the published F1', () => {
    expect(spanF1(perCode(0.5))).toEqual({ value: 4 / 7 });
    expect(spanF1(perCode(0.9))).toEqual({ value: 0 });
  });

  it('are told by their places, and so are the others', () => {
    expect(matchSpans(first, second, 0.5)).toEqual({
      matched: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      onlyFirst: [],
      onlySecond: [3],
    });
    expect(matchSpans(ranges('A[0,9)'), ranges('A[9,12)'), 0.1)).toEqual({
      matched: [],
      onlyFirst: [0],
      onlySecond: [0],
    });
  });

  it('take the best overlap first, and give it up where two can be matched instead', () => {
    const best = matchSpans(ranges('A[0,10)'), ranges('A[0,6) A[0,9)'), 0.5);
    expect(best.matched).toEqual([[0, 1]]);
    const two = matchSpans(ranges('A[0,10) A[3,13)'), ranges('A[0,11) A[0,5)'), 0.5);
    expect(two.matched).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('have no F1 where neither coder has a span', () => {
    expect(spanF1(matchSpans([], [], 0.5))).toEqual({ value: null, undefined: 'no-units' });
  });

  it('are as many as can be, whichever coder comes first', () => {
    fc.assert(
      fc.property(
        overlapping.map((spans) => spans.slice(0, 6)),
        overlapping.map((spans) => spans.slice(0, 6)),
        fc.constantFrom(0.1, 0.3, 0.5, 0.8, 1),
        (ones, others, iou) => {
          const { matched, onlyFirst, onlySecond } = matchSpans(ones, others, iou);
          expect(matchSpans(others, ones, iou).matched).toHaveLength(matched.length);
          expect(matched).toHaveLength(mostPairs(ones, others, iou));
          expect([...matched.map(([one]) => one), ...onlyFirst].sort()).toEqual([...ones.keys()]);
          expect([...matched.map(([, other]) => other), ...onlySecond].sort()).toEqual([...others.keys()]);
          for (const [one, other] of matched)
            expect(overlapOf(ones[one]!, others[other]!)).toBeGreaterThanOrEqual(iou);
        },
      ),
    );
  });
});

/** Counts characters one by one. */
function overlapOf(one: Range, other: Range): number {
  const has = ({ start, end }: Range, character: number) => start <= character && character < end;
  const characters = Array.from({ length: 60 }, (_, character) => character);
  const both = characters.filter((character) => has(one, character) && has(other, character)).length;
  return both / characters.filter((character) => has(one, character) || has(other, character)).length;
}

/** The most pairs there can be, by trying them all. */
function mostPairs(ones: readonly Range[], others: readonly Range[], iou: number): number {
  const [one, ...rest] = ones;
  if (one === undefined) return 0;
  const without = mostPairs(rest, others, iou);
  const paired = others
    .filter((other) => overlapOf(one, other) >= iou)
    .map(
      (other) =>
        1 +
        mostPairs(
          rest,
          others.filter((each) => each !== other),
          iou,
        ),
    );
  return Math.max(without, ...paired);
}
