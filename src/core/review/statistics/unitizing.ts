import { type Coefficient, fromDisagreement, noUnits } from './coefficient';
import { type Continuum, forEachShared, type Section, sectionsOf } from './continuum';

/** How codes and gaps of several coders coincide on a continuum, in characters. A gap is the code null. */
interface Coincidences {
  /** For each two codes, in how many characters one coder has the one and another the other. */
  readonly lengths: ReadonlyMap<string | null, ReadonlyMap<string | null, number>>;
  /** For each code, the squares of the lengths of its units, added up; for gaps, the lengths themselves. */
  readonly squares: ReadonlyMap<string | null, number>;
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
  const present = sectionsOf(continuum).map((sections) =>
    sections.map(({ start, end, code }) => ({ start, end, code: code === null ? null : '' })),
  );
  return alphaOf(coincidencesOf(present));
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
  const row = valued.lengths.get(code);
  const length = sumOf(row);
  const all = continuum.coders.flat().filter((unit) => unit.code === code);
  const coverage = share(
    length,
    all.reduce((sum, { start, end }) => sum + end - start, 0),
  );
  if (length === 0) return { coefficient: noUnits, coverage };
  const expected = (total(valued) - length) / (total(valued) - valued.squares.get(code)! / length);
  const observed = (length - row!.get(code)!) / length;
  return { coefficient: fromDisagreement(observed, Number.isFinite(expected) ? expected : 0), coverage };
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

function coincidencesOf(coders: readonly (readonly Section[])[]): Coincidences {
  const lengths = new Map<string | null, Map<string | null, number>>();
  const squares = new Map<string | null, number>();
  const add = (row: string | null, column: string | null, length: number) => {
    const counts = lengths.get(row) ?? new Map<string | null, number>();
    lengths.set(row, counts.set(column, (counts.get(column) ?? 0) + length));
  };
  for (const [index, sections] of coders.entries()) {
    for (const { start, end, code } of sections) {
      const length = end - start;
      squares.set(code, (squares.get(code) ?? 0) + (code === null ? length : length ** 2));
      add(code, code, 0);
    }
    for (const others of coders.slice(0, index)) {
      forEachShared(sections, others, (one, other, length) => {
        add(one.code, other.code, length / (coders.length - 1));
        add(other.code, one.code, length / (coders.length - 1));
      });
    }
  }
  return { lengths, squares };
}

/** 1 - observed / expected coincidences of codes that differ. */
function alphaOf(coincidences: Coincidences): Coefficient {
  const all = total(coincidences);
  if (all === 0) return noUnits;
  const squares = sumOf(coincidences.squares);
  let observed = 0;
  let sameSquared = 0;
  for (const [code, row] of coincidences.lengths) {
    for (const [other, length] of row) if (other !== code) observed += length;
    sameSquared += sumOf(row) ** 2;
  }
  return fromDisagreement(observed * (all ** 2 - squares), (all ** 2 - sameSquared) * all);
}

function total({ lengths }: Coincidences): number {
  return [...lengths.values()].reduce((sum, row) => sum + sumOf(row), 0);
}

function sumOf(counts: ReadonlyMap<string | null, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
