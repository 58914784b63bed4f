import type { Range } from '../../text/range';
import { inOrder, unionOf } from './spans';

/** A stretch that a coder gave a code. */
export interface CodedRange extends Range {
  readonly code: string;
}

/** What each coder coded on one text of `length` characters. */
export interface Continuum {
  readonly length: number;
  readonly coders: readonly (readonly CodedRange[])[];
}

/** The continuum of one code, where ranges of a coder that overlap are one. */
export function continuumOfCode({ length, coders }: Continuum, code: string): Continuum {
  return {
    length,
    coders: coders.map((ranges) =>
      unionOf(ranges.filter((range) => range.code === code)).map(({ start, end }) => ({ start, end, code })),
    ),
  };
}

/** Several texts, coded by the same coders, one after the other. Throws a RangeError on other coders. */
export function joined(continua: readonly Continuum[]): Continuum {
  const coders: CodedRange[][] = (continua[0]?.coders ?? []).map(() => []);
  let length = 0;
  for (const continuum of continua) {
    if (continuum.coders.length !== coders.length) throw new RangeError('Not the same coders for each text');
    for (const [index, ranges] of continuum.coders.entries())
      for (const { start, end, code } of ranges)
        coders[index]!.push({ start: start + length, end: end + length, code });
    length += continuum.length;
  }
  return { length, coders };
}

/** A part of a continuum that one coder left whole: a unit with its code, or a gap (null) between units. */
export interface Section extends Range {
  readonly code: string | null;
}

/**
 * The sections of each coder, in order and from end to end; empty units are left out. Throws a RangeError where
 * there are fewer than two coders, units of one coder overlap, or one reaches past the text.
 */
export function sectionsOf({ length, coders }: Continuum): Section[][] {
  if (coders.length < 2) throw new RangeError('A continuum needs two coders to compare');
  return coders.map((ranges) => sectionsOfCoder(ranges, length));
}

function sectionsOfCoder(ranges: readonly CodedRange[], length: number): Section[] {
  const sections: Section[] = [];
  let end = 0;
  for (const unit of ranges.filter((range) => range.start < range.end).sort(inOrder)) {
    if (unit.start < end || unit.end > length)
      throw new RangeError(`Unit ${unit.start}-${unit.end} overlaps another or reaches past the text`);
    if (end < unit.start) sections.push({ start: end, end: unit.start, code: null });
    sections.push(unit);
    end = unit.end;
  }
  if (end < length) sections.push({ start: end, end: length, code: null });
  return sections;
}

/** Calls `visit` with every two sections of two coders that share characters, and how many, in order. */
export function forEachShared(
  ones: readonly Section[],
  others: readonly Section[],
  visit: (one: Section, other: Section, length: number) => void,
): void {
  for (let one = 0, other = 0; one < ones.length && other < others.length; ) {
    const a = ones[one]!;
    const b = others[other]!;
    visit(a, b, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    if (a.end <= b.end) one++;
    if (b.end <= a.end) other++;
  }
}
