import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassages } from '../../../src/core/highlight/passages';

const codings = fc.array(
  fc
    .record({
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
      code: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ start, length, code }) => ({ start, end: start + length, code })),
  { maxLength: 8 },
);

describe('findPassages', () => {
  it('cuts overlapping codings where the set of codes changes', () => {
    const found = findPassages([
      { start: 0, end: 10, code: 'barrier' },
      { start: 5, end: 15, code: 'financing' },
    ]);
    expect(found).toEqual([
      { start: 0, end: 5, codes: ['barrier'] },
      { start: 5, end: 10, codes: ['barrier', 'financing'] },
      { start: 10, end: 15, codes: ['financing'] },
    ]);
  });

  it('takes two coders who agree on a code for one', () => {
    const found = findPassages([
      { start: 0, end: 10, code: 'barrier' },
      { start: 2, end: 12, code: 'barrier' },
    ]);
    expect(found).toEqual([{ start: 0, end: 12, codes: ['barrier'] }]);
  });

  it('gives every character exactly the codes that cover it', () => {
    fc.assert(
      fc.property(codings, (given) => {
        const found = findPassages(given);
        for (let at = 0; at < 45; at++) {
          const expected = [
            ...new Set(given.filter(({ start, end }) => start <= at && at < end).map(({ code }) => code)),
          ];
          const here = found.filter(({ start, end }) => start <= at && at < end);
          expect(here.flatMap(({ codes }) => codes)).toEqual(expected.sort());
        }
      }),
    );
  });

  it('never leaves two touching passages with the same codes', () => {
    fc.assert(
      fc.property(codings, (given) => {
        const found = findPassages(given);
        for (const [index, passage] of found.entries()) {
          const next = found[index + 1];
          if (next?.start === passage.end) expect(next.codes).not.toEqual(passage.codes);
        }
      }),
    );
  });
});
