import type { CodedRange, Continuum } from '../../../../src/core/review/statistics/continuum';

/** The ranges written as `A[0,10) B[20,30)`. */
export function ranges(written: string): CodedRange[] {
  return [...written.matchAll(/(\w+)\[(\d+),(\d+)\)/g)].map(([, code, start, end]) => ({
    code: code!,
    start: Number(start),
    end: Number(end),
  }));
}

/** A continuum of so many characters, with what each coder coded. */
export function continuum(length: number, ...coders: readonly string[]): Continuum {
  return { length, coders: coders.map(ranges) };
}

/** The example that many figures are of. */
export const example = continuum(100, 'A[0,10) B[20,30) A[40,50)', 'A[2,10) A[20,28) A[40,52) B[60,66)');

/** The same continuum, its coders the other way round. */
export function swapped({ length, coders }: Continuum): Continuum {
  return { length, coders: coders.toReversed() };
}

/** The same continuum read from its end to its start. */
export function mirrored({ length, coders }: Continuum): Continuum {
  return {
    length,
    coders: coders.map((units) =>
      units.map(({ start, end, code }) => ({ start: length - end, end: length - start, code })),
    ),
  };
}
