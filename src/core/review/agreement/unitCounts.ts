import { countShared } from '../statistics/contingency';
import { countMarked } from '../statistics/rows';
import { type CodeUse, type ComparedTranscript, codedByAll } from './material';

/** In how many units two coders used a code: each of them, and both. */
interface PairCount {
  both: number;
  first: number;
  second: number;
}

/** The units of the transcripts that both of two coders have coded, counted by code. */
export interface PairUnits {
  readonly transcripts: number;
  readonly units: number;
  /** Of respondents' speech. */
  readonly characters: number;
  readonly byCode: ReadonlyMap<string, Readonly<PairCount>>;
}

/** The units of the transcripts that as many of some coders have coded. */
interface UnitsOfSome {
  units: number;
  /** By code: in how many units one of the coders used it, two of them, and so on; nothing at 0. */
  readonly markedBy: Map<string, number[]>;
}

/** The units of the transcripts that two or more of some coders have coded, by how many of them have. */
export interface GroupUnits {
  readonly coders: number;
  readonly byPresent: ReadonlyMap<number, UnitsOfSome>;
}

type Uses = ReadonlyMap<string, CodeUse>;

const noUses: Uses = new Map();

/** Counts the units of two coders. Goes over the transcripts once, as what was made of one lies together in memory. */
export function pairUnits(
  transcripts: readonly ComparedTranscript[],
  coders: readonly [first: string, second: string],
): PairUnits {
  const compared = codedByAll(transcripts, coders);
  const byCode = new Map<string, PairCount>();
  let [units, characters] = [0, 0];
  for (const one of compared) {
    units += one.units.length;
    characters += one.length;
    addPair(byCode, one.uses.get(coders[0]) ?? noUses, one.uses.get(coders[1]) ?? noUses);
  }
  return { transcripts: compared.length, units, characters, byCode };
}

function addPair(byCode: Map<string, PairCount>, first: Uses, second: Uses): void {
  const countOf = (code: string) => {
    const known = byCode.get(code);
    if (known) return known;
    const count = { both: 0, first: 0, second: 0 };
    byCode.set(code, count);
    return count;
  };
  for (const [code, { units }] of first) {
    const count = countOf(code);
    count.first += units.length;
    const others = second.get(code)?.units;
    if (others) count.both += countShared(units, others);
  }
  for (const [code, { units }] of second) countOf(code).second += units.length;
}

/** Counts the units of several coders, as `pairUnits` does. */
export function groupUnits(
  transcripts: readonly ComparedTranscript[],
  coders: readonly string[],
): GroupUnits {
  const byPresent = new Map<number, UnitsOfSome>();
  for (const one of transcripts) {
    const uses = coders
      .filter((coder) => one.coders.includes(coder))
      .map((coder) => one.uses.get(coder) ?? noUses);
    if (uses.length < 2) continue;
    const some = byPresent.get(uses.length) ?? { units: 0, markedBy: new Map<string, number[]>() };
    byPresent.set(uses.length, some);
    some.units += one.units.length;
    addMarked(some.markedBy, uses, one.units.length);
  }
  return { coders: coders.length, byPresent };
}

function addMarked(markedBy: Map<string, number[]>, uses: readonly Uses[], units: number): void {
  for (const [index, own] of uses.entries()) {
    for (const code of own.keys()) {
      if (uses.slice(0, index).some((earlier) => earlier.has(code))) continue;
      const counts = markedBy.get(code) ?? new Array<number>(uses.length + 1).fill(0);
      markedBy.set(code, counts);
      countMarked(counts, unitsOf(uses, code), units);
    }
  }
}

function unitsOf(uses: readonly Uses[], code: string): (readonly number[])[] {
  const units: (readonly number[])[] = [];
  for (const own of uses) {
    const use = own.get(code);
    if (use) units.push(use.units);
  }
  return units;
}
