import { fullSpeed, mapBounded, type Pace } from '../cache/bounded';
import { consensusOf, countedCodings } from '../review/consensus';
import { type Discussion, discussionsOf } from '../review/discussion';
import type { Study, StudyCoding, TranscriptFacts } from '../study';
import { compareStrings } from '../text/compare';
import { folderCase } from '../transcript/transcript';
import { groupBy } from './groupBy';

/** A transcript of a case with its codings. */
export interface CaseTranscript {
  readonly path: string;
  /** False where only coding logs speak of it. */
  readonly exists: boolean;
  /** Undefined where it is missing or cannot be read as text. */
  readonly facts: TranscriptFacts | undefined;
  readonly codings: readonly StudyCoding[];
  /** What is said of its codings, by their ids. */
  readonly discussions: ReadonlyMap<string, Discussion>;
  /** Those of its codings that count: all but those that a consensus stands for. */
  readonly counted: readonly StudyCoding[];
}

/** What the transcripts of cases are read from: a study, or as much of it as someone may see. */
export type CaseSource = Pick<
  Study,
  | 'settings'
  | 'transcriptPaths'
  | 'codedTranscriptPaths'
  | 'transcriptFacts'
  | 'caseOf'
  | 'codings'
  | 'reviews'
>;

/** The paths of each case's transcripts, sorted, by the case's id. */
export type PathsByCase = ReadonlyMap<string, readonly string[]>;

/** The id under which interviews stand that name no case. */
export const noCase = '';

/**
 * Reads all that the summaries of all cases need, each file once. Without it, what only some summaries need is
 * read when they are made.
 */
export async function readForSummaries(study: Study): Promise<void> {
  await mapBounded(await study.codedTranscriptPaths(), (path) => readForSummary(study, path));
}

/** As `readForSummaries`, of one transcript. */
export async function readForSummary(study: Study, path: string): Promise<void> {
  const logs = (await study.logsOf(path)).map((log) => log.path);
  const read = [study.transcriptFacts(path), study.codings(path), study.words(path), study.sha256(path)];
  const paths = [...logs, ...(await study.reviewLogsOf(path))];
  await Promise.all([...read, study.reviews(path), ...paths.map((log) => study.sha256(log))]);
}

/** The ids of a study's cases: those of study.yaml in its order, then others that transcripts name, sorted. */
export async function caseIds(study: Study, pace: Pace = fullSpeed): Promise<string[]> {
  return [...(await pathsByCase(study, pace)).keys()];
}

/** The transcripts of each case, by path; cases in the order of `caseIds`. */
export async function transcriptsByCase(
  source: CaseSource,
  pace: Pace = fullSpeed,
): Promise<ReadonlyMap<string, readonly CaseTranscript[]>> {
  const cases = new Map<string, readonly CaseTranscript[]>();
  for (const [id, paths] of await pathsByCase(source, pace)) {
    cases.set(id, await readTranscripts(source, paths, pace));
  }
  return cases;
}

/**
 * The transcripts of a case, by path.
 * @throws RangeError for a case that the study does not have
 */
export async function transcriptsOfCase(
  source: CaseSource,
  id: string,
  pace: Pace = fullSpeed,
): Promise<readonly CaseTranscript[]> {
  const paths = (await pathsByCase(source, pace)).get(id);
  if (!paths) throw new RangeError(`The study has no case “${id}”.`);
  return readTranscripts(source, paths, pace);
}

/** The paths of each case's transcripts. Of those that only logs speak of, these are read. */
export function pathsByCase(source: CaseSource, pace: Pace = fullSpeed): Promise<PathsByCase> {
  return pathsBy((path) => source.caseOf(path), source, pace);
}

/** As `pathsByCase` tells where each transcript is of the case that its folder names, without reading any. */
export function pathsByFolder(source: CaseSource): Promise<PathsByCase> {
  return pathsBy((path) => Promise.resolve(folderCase(path)), source, fullSpeed);
}

async function pathsBy(
  caseOf: (path: string) => Promise<string | undefined>,
  source: CaseSource,
  pace: Pace,
): Promise<PathsByCase> {
  const existing = new Set(await source.transcriptPaths());
  const perPath = await mapBounded(
    await source.codedTranscriptPaths(),
    async (path) => {
      if (!existing.has(path) && (await source.codings(path)).length === 0) return [];
      return [{ path, case: (await caseOf(path)) ?? noCase }];
    },
    pace,
  );
  const found = groupBy(perPath.flat(), (one) => one.case);
  const listed = (await source.settings()).cases.map(({ id }) => id);
  const ids = new Set([...listed, ...[...found.keys()].sort(compareStrings)]);
  return new Map([...ids].map((id) => [id, (found.get(id) ?? []).map(({ path }) => path)]));
}

async function readTranscripts(
  source: CaseSource,
  paths: readonly string[],
  pace: Pace,
): Promise<CaseTranscript[]> {
  const existing = new Set(await source.transcriptPaths());
  return mapBounded(
    paths,
    async (path): Promise<CaseTranscript> => {
      const [facts, codings, reviews] = await Promise.all([
        source.transcriptFacts(path),
        source.codings(path),
        source.reviews(path),
      ]);
      const discussions = discussionsOf(reviews);
      const counted = countedCodings(codings, consensusOf(codings, reviews));
      return { path, exists: existing.has(path), facts, codings, counted, discussions };
    },
    pace,
  );
}
