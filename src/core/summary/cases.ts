import { fullSpeed, mapBounded, type Pace } from '../cache/bounded';
import { consensusOf, countedCodings } from '../review/consensus';
import { type Discussion, discussionsOf } from '../review/discussion';
import type { Study, StudyCoding, TranscriptFacts } from '../study';
import { compareStrings } from '../text/compare';
import { folderCase } from '../transcript/transcript';

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
  'settings' | 'transcriptPaths' | 'codedTranscriptPaths' | 'transcriptFacts' | 'codings' | 'reviews'
>;

/** The id under which interviews stand that name no case. */
export const noCase = '';

/**
 * Reads all that the summaries of all cases need, each file once. Without it, what only some summaries need is
 * read when they are made.
 */
export async function readForSummaries(study: Study): Promise<void> {
  await mapBounded(await study.codedTranscriptPaths(), async (path) => {
    const logs = (await study.logsOf(path)).map((log) => log.path);
    const read = [study.transcriptFacts(path), study.codings(path), study.words(path), study.sha256(path)];
    const paths = [...logs, ...(await study.reviewLogsOf(path))];
    await Promise.all([...read, study.reviews(path), ...paths.map((log) => study.sha256(log))]);
  });
}

/** The ids of a study's cases: those of study.yaml in its order, then others that transcripts name, sorted. */
export async function caseIds(study: Study): Promise<string[]> {
  return [...(await transcriptsByCase(study)).keys()];
}

/** The transcripts of each case, by path; cases in the order of `caseIds`. */
export async function transcriptsByCase(
  study: CaseSource,
  pace: Pace = fullSpeed,
): Promise<ReadonlyMap<string, readonly CaseTranscript[]>> {
  const existing = new Set(await study.transcriptPaths());
  const transcripts = await mapBounded(
    await study.codedTranscriptPaths(),
    async (path): Promise<CaseTranscript> => {
      const [facts, codings, reviews] = await Promise.all([
        study.transcriptFacts(path),
        study.codings(path),
        study.reviews(path),
      ]);
      const discussions = discussionsOf(reviews);
      const counted = countedCodings(codings, consensusOf(codings, reviews));
      return { path, exists: existing.has(path), facts, codings, counted, discussions };
    },
    pace,
  );
  const cases = new Map<string, CaseTranscript[]>();
  for (const { id } of (await study.settings()).cases) cases.set(id, []);
  const found = transcripts.filter(({ exists, codings }) => exists || codings.length > 0);
  for (const id of [...new Set(found.map(caseIdOf))].sort(compareStrings))
    if (!cases.has(id)) cases.set(id, []);
  for (const one of found) cases.get(caseIdOf(one))!.push(one);
  return cases;
}

function caseIdOf({ path, facts }: CaseTranscript): string {
  return (facts ? facts.case : folderCase(path)) ?? noCase;
}
