import { type Coefficient, fromDisagreement, noUnits } from './coefficient';
import { type Continuum, forEachShared, type Section, sectionsOf } from './continuum';

/** How codes and gaps of several coders coincide on a continuum, in characters. */
interface Coincidences {
  /** The row of each code, and of gaps (null). */
  readonly rows: ReadonlyMap<string | null, number>;
  /** For each two rows, in how many characters one coder has the one and another the other. */
  readonly lengths: readonly (readonly number[])[];
  /** For each row, the squares of the lengths of its units, added up; for gaps, the lengths themselves. */
  readonly squares: readonly number[];
}

/** A coefficient of codes within units, and the share of the characters that it looks at. */
export interface CoveredCoefficient {
  readonly coefficient: Coefficient;
  readonly coverage: number;
}

/**
 * u-alpha of Krippendorff, Mathet, Bouvry and Widlöcher (2016): agreement of any number of coders on where units
 * are and on their codes. Throws a RangeError where units of a coder overlap; see `continuumOfCode`.
 */
export function uAlpha(continuum: Continuum): Coefficient {
  return alphaOf(coincidencesOf(sectionsOf(continuum)));
}

/** |u-alpha of the same paper: agreement on where units are, whatever their codes. */
export function uAlphaPresence(continuum: Continuum): Coefficient {
  return alphaOf(coincidencesOf(sectionsOf(continuum), (code) => (code === null ? null : '')));
}

/**
 * cu-alpha of the same paper: agreement on codes where both coders have a unit. For a pair of coders only, since
 * published implementations differ for more: throws a RangeError on those.
 */
export function cuAlpha(continuum: Continuum): CoveredCoefficient {
  const valued = valuedCoincidences(continuum);
  return { coefficient: alphaOf(valued), coverage: share(total(valued), 2 * continuum.length) };
}

/**
 * (k)u-alpha of the same paper: agreement on one code against all others where both coders have a unit; covered
 * is the share of that code's characters. For a pair of coders only, as with `cuAlpha`.
 */
export function kuAlpha(continuum: Continuum, code: string): CoveredCoefficient {
  const valued = valuedCoincidences(continuum);
  const row = valued.rows.get(code);
  const length = row === undefined ? 0 : sumOf(valued.lengths[row]!);
  const units = continuum.coders.flat().filter((unit) => unit.code === code);
  const coverage = share(length, sumOf(units.map(({ start, end }) => end - start)));
  if (row === undefined) return { coefficient: noUnits, coverage };
  const others = total(valued) - length;
  const observed = (length - valued.lengths[row]![row]!) / length;
  const expected = others === 0 ? 0 : others / (total(valued) - valued.squares[row]! / length);
  return { coefficient: fromDisagreement(observed, expected), coverage };
}

/** Coincidences over the parts that both coders of a pair gave a code; each such part is a unit of its own. */
function valuedCoincidences(continuum: Continuum): Coincidences {
  if (continuum.coders.length !== 2) throw new RangeError('Codes within units are compared for two coders');
  const [first, second] = sectionsOf(continuum) as [Section[], Section[]];
  const parts: [Section[], Section[]] = [[], []];
  let end = 0;
  forEachShared(first, second, (one, other, length) => {
    if (one.code === null || other.code === null) return;
    parts[0].push({ start: end, end: end + length, code: one.code });
    parts[1].push({ start: end, end: end + length, code: other.code });
    end += length;
  });
  return coincidencesOf(parts);
}

/** Counts characters by the codes that `codeOf` makes of those of units and gaps. */
function coincidencesOf(
  coders: readonly (readonly Section[])[],
  codeOf = (code: string | null) => code,
): Coincidences {
  const codes = new Set(coders.flatMap((sections) => sections.map(({ code }) => codeOf(code))));
  const rows = new Map([...codes].map((code, row) => [code, row]));
  const rowOf = ({ code }: Section) => rows.get(codeOf(code))!;
  const lengths = [...codes].map(() => new Array<number>(codes.size).fill(0));
  const squares = new Array<number>(codes.size).fill(0);
  for (const [index, sections] of coders.entries()) {
    for (const section of sections) {
      const length = section.end - section.start;
      squares[rowOf(section)]! += section.code === null ? length : length ** 2;
    }
    for (const others of coders.slice(0, index)) {
      forEachShared(sections, others, (one, other, length) => {
        lengths[rowOf(one)]![rowOf(other)]! += length / (coders.length - 1);
        lengths[rowOf(other)]![rowOf(one)]! += length / (coders.length - 1);
      });
    }
  }
  return { rows, lengths, squares };
}

/** 1 - observed / expected coincidences of codes that differ. */
function alphaOf(coincidences: Coincidences): Coefficient {
  const { lengths, squares } = coincidences;
  const all = total(coincidences);
  if (all === 0) return noUnits;
  const same = sumOf(lengths.map((row) => sumOf(row) ** 2));
  const observed = sumOf(lengths.flatMap((row, one) => row.filter((_, other) => one !== other)));
  return fromDisagreement(observed * (all ** 2 - sumOf(squares)), (all ** 2 - same) * all);
}

function total({ lengths }: Coincidences): number {
  return sumOf(lengths.map(sumOf));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
