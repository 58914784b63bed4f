import fc from 'fast-check';
import type { CodedRange, Continuum } from '../../../../src/core/review/statistics/continuum';

/** Coders of a text of 60 characters whose own units do not overlap. */
export const continua: fc.Arbitrary<Continuum> = fc
  .array(coder(), { minLength: 2, maxLength: 4 })
  .map((coders) => ({ length: 60, coders }));

/** Ranges of a text of 60 characters, in any order, that may overlap. */
export const overlapping: fc.Arbitrary<CodedRange[]> = fc.array(
  fc
    .record({ start: fc.nat({ max: 50 }), size: fc.integer({ min: 1, max: 10 }), code: code() })
    .map(({ start, size, code }) => ({ start, end: start + size, code })),
  { maxLength: 12 },
);

/** Units that stand where the runs of a list of codes are, which has one for each character. */
export function coder(): fc.Arbitrary<CodedRange[]> {
  const run = fc.record({ gap: fc.nat({ max: 8 }), size: fc.integer({ min: 1, max: 12 }), code: code() });
  return fc.array(run, { maxLength: 8 }).map((runs) => {
    let end = 0;
    return runs.flatMap(({ gap, size, code }) => {
      const start = end + gap;
      end = start + size;
      return end <= 60 ? [{ start, end, code }] : [];
    });
  });
}

function code(): fc.Arbitrary<string> {
  return fc.constantFrom('A', 'B', 'C');
}
