import type { CodingRound, Scope, StudySettings } from '../settings/settings';
import { compareStrings } from '../text/compare';
import { drawSample } from './sample';

/** A transcript with the case that it belongs to, as far as something names one. */
export interface CaseOfTranscript {
  readonly path: string;
  readonly case: string | undefined;
}

/**
 * The rounds of double coding that each transcript is in, by its path. A sample is drawn by rank (see `drawSample`)
 * of the transcripts' paths.
 */
export function roundsByTranscript(
  { doubleCoding }: StudySettings,
  transcripts: readonly CaseOfTranscript[],
  sha256: (text: string) => string,
): ReadonlyMap<string, readonly CodingRound[]> {
  const rounds = new Map<string, CodingRound[]>();
  for (const round of doubleCoding) {
    for (const path of drawn(round, transcripts, sha256)) {
      const others = rounds.get(path);
      if (others) others.push(round);
      else rounds.set(path, [round]);
    }
  }
  return rounds;
}

/** The coders whom study.yaml assigns a transcript under `assignments`, each once; none where it names nobody. */
export function codersAssigned({ assignments }: StudySettings, transcript: CaseOfTranscript): string[] {
  return [...new Set(assignments.filter((one) => isIn(one, transcript)).map(({ coder }) => coder))];
}

function drawn(
  round: CodingRound,
  transcripts: readonly CaseOfTranscript[],
  sha256: (text: string) => string,
): string[] {
  const meant = transcripts.filter((one) => isIn(round, one)).map(({ path }) => path);
  if (!round.draw) return meant.sort(compareStrings);
  return drawSample(meant, round.draw, (path) => path, sha256).sort(compareStrings);
}

function isIn({ cases, transcripts }: Scope, one: CaseOfTranscript): boolean {
  if (cases.length === 0 && transcripts.length === 0) return true;
  const byCase = one.case !== undefined && cases.includes(one.case);
  return byCase || transcripts.some(({ path }) => path === one.path);
}
