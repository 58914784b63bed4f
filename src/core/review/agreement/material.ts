import { mapBounded } from '../../cache/bounded';
import type { Codebook } from '../../codebook/codebook';
import { isPlaced } from '../../coding/coding';
import { coderOf } from '../../coding/paths';
import type { Study, StudyCoding } from '../../study';
import type { CaseTranscript } from '../../summary/cases';
import type { Range } from '../../text/range';
import { unitsTouched } from '../statistics/spans';
import type { ExcludedCoding, LeftOut, UnitKind } from './model';
import { Speech, sentencesOf } from './units';

/** A coder's codings of one transcript with one code. */
export interface CodeUse {
  /** The numbers of the units that they touch, from 0, ascending. */
  readonly units: readonly number[];
  /** Where they lie in what respondents said. */
  readonly ranges: readonly Range[];
  /** The codings themselves, by place. */
  readonly codings: readonly StudyCoding[];
}

/** A transcript with what coders made of it. */
export interface ComparedTranscript {
  readonly path: string;
  readonly units: readonly Range[];
  /** Of what respondents said, in characters. */
  readonly length: number;
  readonly interviewerTurns: number;
  /** The coders who have coded it, in the order in which they were given. */
  readonly coders: readonly string[];
  /** By coder, then by code; nothing where a coder has not used a code. */
  readonly uses: ReadonlyMap<string, ReadonlyMap<string, CodeUse>>;
}

/** What there is to compare, and what is left out of it. */
export interface Material {
  readonly transcripts: readonly ComparedTranscript[];
  readonly leftOut: readonly LeftOut[];
  readonly excluded: readonly ExcludedCoding[];
}

const noUse: CodeUse = { units: [], ranges: [], codings: [] };

/** What a coder made of a transcript with a code. */
export function useOf({ uses }: ComparedTranscript, coder: string, code: string): CodeUse {
  return uses.get(coder)?.get(code) ?? noUse;
}

/** What two coders made with a code of a transcript in which at least one of them used it. */
interface PairUse {
  readonly first: CodeUse;
  readonly second: CodeUse;
  /** How many characters respondents said in the transcripts before. */
  readonly before: number;
}

/** Two coders' work on the transcripts that both have coded, by code. */
export interface PairMaterial {
  readonly characters: number;
  readonly uses: ReadonlyMap<string, readonly PairUse[]>;
}

/** Puts the work of two coders together by code. */
export function pairMaterial(
  transcripts: readonly ComparedTranscript[],
  coders: readonly [first: string, second: string],
): PairMaterial {
  const uses = new Map<string, PairUse[]>();
  let before = 0;
  for (const one of codedByAll(transcripts, coders)) {
    const [first, second] = coders.map((coder) => one.uses.get(coder));
    for (const code of new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])) {
      const use = {
        first: first?.get(code) ?? noUse,
        second: second?.get(code) ?? noUse,
        before,
      };
      const others = uses.get(code);
      if (others) others.push(use);
      else uses.set(code, [use]);
    }
    before += one.length;
  }
  return { characters: before, uses };
}

/** Those of the transcripts that all of some coders have coded. */
export function codedByAll(
  transcripts: readonly ComparedTranscript[],
  coders: readonly string[],
): ComparedTranscript[] {
  return transcripts.filter((one) => coders.every((coder) => one.coders.includes(coder)));
}

/**
 * Reads all that a comparison needs of each transcript at once, so that no file is read twice; without it, each is
 * read when it is asked for, and may be forgotten in between.
 */
export async function readForAgreement(study: Study): Promise<void> {
  await mapBounded(await study.codedTranscriptPaths(), (path) =>
    Promise.all([
      study.transcriptFacts(path),
      study.codings(path),
      study.spoken(path),
      study.sha256(path),
      study.reviews(path),
    ]),
  );
}

/**
 * Reads what coders made of transcripts. Those count that at least two of them have coded: they have a log of it,
 * even if nothing stands in it any more, or have said that they are done.
 */
export async function readMaterial(
  study: Study,
  cases: readonly CaseTranscript[],
  coders: readonly string[],
  unit: UnitKind,
): Promise<Material> {
  const codebook = await study.codebook();
  const read = await mapBounded(cases, (one) => readTranscript(study, one, { coders, unit, codebook }));
  return {
    transcripts: read.flatMap(({ transcript }) => transcript ?? []),
    leftOut: read.flatMap(({ leftOut }) => leftOut ?? []),
    excluded: read.flatMap(({ excluded }) => excluded ?? []),
  };
}

interface Wanted {
  readonly coders: readonly string[];
  readonly unit: UnitKind;
  readonly codebook: Codebook;
}

interface ReadTranscript {
  readonly transcript?: ComparedTranscript;
  readonly leftOut?: LeftOut;
  readonly excluded?: readonly ExcludedCoding[];
}

async function readTranscript(
  study: Study,
  { path, codings }: CaseTranscript,
  { coders, unit, codebook }: Wanted,
): Promise<ReadTranscript> {
  const present = await codersOf(study, path, coders);
  const absent = coders.filter((coder) => !present.includes(coder));
  const leftOut = { transcript: path, coders: absent };
  if (present.length < 2) return { leftOut: { ...leftOut, reason: 'not-coded' } };
  const spoken = await study.spoken(path);
  if (!spoken) return { leftOut: { ...leftOut, reason: 'unreadable' } };
  const { turns, interviewerTurns } = spoken;
  const speech = new Speech(turns);
  const units = unit === 'turn' ? turns : sentencesOf((await study.transcript(path))?.text ?? '', turns);
  const sorter = new Sorter(speech, units, codebook);
  for (const coding of codings) if (present.includes(coderOf(coding))) sorter.add(coding);
  return {
    transcript: {
      path,
      units,
      length: speech.length,
      interviewerTurns,
      coders: present,
      uses: sorter.uses(),
    },
    ...(absent.length > 0 && { leftOut: { ...leftOut, reason: 'not-coded' as const } }),
    excluded: sorter.excluded,
  };
}

async function codersOf(study: Study, path: string, coders: readonly string[]): Promise<string[]> {
  const logs = await study.logsOf(path);
  const said = (await study.progress()).get(path);
  return coders.filter((coder) => logs.some((log) => log.coder === coder) || said?.get(coder)?.done === true);
}

/** Sorts a transcript's codings by coder and code, and sets aside what cannot be compared. */
class Sorter {
  readonly excluded: ExcludedCoding[] = [];
  readonly #byCoder = new Map<string, Map<string, { codings: StudyCoding[]; ranges: Range[] }>>();

  constructor(
    private readonly speech: Speech,
    private readonly units: readonly Range[],
    private readonly codebook: Codebook,
  ) {}

  add(coding: StudyCoding): void {
    const { code: given, id } = coding.coding;
    const [coder, code] = [coderOf(coding), this.codebook.byId.get(given)?.id ?? given];
    const range = isPlaced(coding) ? this.speech.within(coding) : undefined;
    if (!range) {
      const { anchor, transcript } = coding;
      const reason = anchor === 'orphan' || anchor === 'ambiguous' ? anchor : 'not-in-speech';
      this.excluded.push({ transcript, coder, code, id, reason });
      return;
    }
    const byCode = this.#byCoder.get(coder) ?? new Map<string, { codings: StudyCoding[]; ranges: Range[] }>();
    this.#byCoder.set(coder, byCode);
    const use = byCode.get(code) ?? { codings: [], ranges: [] };
    byCode.set(code, use);
    use.codings.push(coding);
    use.ranges.push(range);
  }

  uses(): Map<string, Map<string, CodeUse>> {
    const uses = new Map<string, Map<string, CodeUse>>();
    for (const [coder, byCode] of this.#byCoder) {
      const own = new Map<string, CodeUse>();
      for (const [code, use] of byCode)
        own.set(code, { ...use, units: unitsTouched(this.units, use.codings) });
      uses.set(coder, own);
    }
    return uses;
  }
}
