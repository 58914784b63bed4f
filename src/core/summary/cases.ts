import type { Study, StudyCoding } from '../study';
import { compareStrings } from '../text/compare';
import { caseOf, folderCase, type Transcript } from '../transcript/transcript';

/** A transcript of a case with its codings. */
export interface CaseTranscript {
  readonly path: string;
  /** False where only coding logs speak of it. */
  readonly exists: boolean;
  /** Undefined where it is missing or cannot be read as text. */
  readonly transcript: Transcript | undefined;
  readonly codings: readonly StudyCoding[];
}

/** The id under which interviews stand that name no case. */
export const noCase = '';

/** The ids of a study's cases: those of study.yaml in its order, then others that transcripts name, sorted. */
export async function caseIds(study: Study): Promise<string[]> {
  return [...(await transcriptsByCase(study)).keys()];
}

/** The transcripts of each case, by path; cases in the order of `caseIds`. */
export async function transcriptsByCase(
  study: Study,
): Promise<ReadonlyMap<string, readonly CaseTranscript[]>> {
  const existing = new Set(await study.transcriptPaths());
  const transcripts = await Promise.all(
    (await study.codedTranscriptPaths()).map(async (path): Promise<CaseTranscript> => {
      const [transcript, codings] = await Promise.all([study.transcript(path), study.codings(path)]);
      return { path, exists: existing.has(path), transcript, codings };
    }),
  );
  const cases = new Map<string, CaseTranscript[]>();
  for (const { id } of (await study.settings()).cases) cases.set(id, []);
  const found = transcripts.filter(({ exists, codings }) => exists || codings.length > 0);
  for (const id of found.map(caseIdOf).sort(compareStrings)) if (!cases.has(id)) cases.set(id, []);
  for (const one of found) cases.get(caseIdOf(one))!.push(one);
  return cases;
}

function caseIdOf({ path, transcript }: CaseTranscript): string {
  return (transcript ? caseOf(transcript) : folderCase(path)) ?? noCase;
}
