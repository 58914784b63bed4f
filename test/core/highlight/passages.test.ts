import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassages, KnownPassages } from '../../../src/core/highlight/passages';

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
      { kind: 'passage', start: 0, end: 5, codes: ['barrier'] },
      { kind: 'passage', start: 5, end: 10, codes: ['barrier', 'financing'] },
      { kind: 'passage', start: 10, end: 15, codes: ['financing'] },
    ]);
  });

  it('takes two coders who agree on a code for one', () => {
    const found = findPassages([
      { start: 0, end: 10, code: 'barrier' },
      { start: 2, end: 12, code: 'barrier' },
    ]);
    expect(found).toEqual([{ kind: 'passage', start: 0, end: 12, codes: ['barrier'] }]);
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

describe('passages that are known', () => {
  const byPlace = (a: { start: number; end: number }, b: typeof a) => a.start - b.start || a.end - b.end;

  it('are after any changes what they are when found at once', () => {
    fc.assert(
      fc.property(
        codings.chain((all) => fc.array(fc.subarray(all.sort(byPlace)), { maxLength: 6 })),
        (lists) => {
          const known = new KnownPassages();
          for (const list of lists) expect(known.find(list)).toEqual(findPassages(list));
        },
      ),
    );
  });

  it('stay the same where nothing is coded anew', () => {
    const known = new KnownPassages();
    const [first, last] = [
      { start: 0, end: 5, code: 'a' },
      { start: 20, end: 25, code: 'b' },
    ] as const;
    const before = known.find([first, last]);
    const after = known.find([first, { start: 3, end: 9, code: 'b' }, last]);
    expect(after).toHaveLength(4);
    expect(after.at(-1)).toBe(before.at(-1));
    expect(after.at(-2)!.codes).toBe(before.at(-1)!.codes);
  });
});
