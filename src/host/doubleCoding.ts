import type { CodingRound } from '../core/settings/settings';
import type { StudySession } from './studySession';

/** How far a coder of a transcript's rounds is. */
export interface CoderState {
  readonly coder: string;
  readonly done: boolean;
}

/** The rounds that a transcript is in, and how far each of their coders is, in the order of the rounds. */
export interface DoubleCoded {
  readonly rounds: readonly CodingRound[];
  readonly coders: readonly CoderState[];
}

/** What double coding a transcript is in, one's own for a second time included; undefined where it is in none. */
export async function doubleCodingOf(session: StudySession, path: string): Promise<DoubleCoded | undefined> {
  const rounds = (await session.study.rounds()).get(path) ?? [];
  const { laterCoder } = session;
  if (rounds.length === 0 && laterCoder === undefined) return undefined;
  const progress = (await session.study.progress()).get(path);
  const names = [...new Set([...rounds.flatMap(({ coders }) => coders), laterCoder ?? []].flat())];
  return { rounds, coders: names.map((coder) => ({ coder, done: progress?.get(coder)?.done ?? false })) };
}

/** Coders with a mark for those who are done, for one line of text. */
export function codersText(coders: readonly CoderState[]): string {
  return coders.map(({ coder, done }) => (done ? `${coder} ✓` : coder)).join(', ');
}
