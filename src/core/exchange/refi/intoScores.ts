import { isCoderName } from '../../coding/paths';
import { consensusScorer } from '../../maturity/maturity';
import { readLabelled } from './labelled';
import type { RefiSource } from './model';
import { noteLabels } from './note';

/** A score as its scorer's file has it. */
export interface ScoreEntry {
  readonly organization: string;
  readonly domain: string;
  readonly score: number;
  readonly rationale?: string;
  readonly evidence?: readonly string[];
}

/** The scores of one scorer, and the notes that say so. */
interface TakenScores {
  readonly scorer: string;
  readonly entries: readonly ScoreEntry[];
  readonly notes: readonly string[];
}

/**
 * The scores that the notes of a project stand for, by scorer.
 * @param textOf a note, undefined where it has none
 * @param idOf the GUID of a coding
 */
export function takeScores(
  notes: readonly RefiSource[],
  textOf: (note: RefiSource) => string | undefined,
  idOf: (guid: string) => string,
): TakenScores[] {
  const scores = new Map<string, { entries: ScoreEntry[]; notes: string[] }>();
  for (const note of notes) {
    const read = readScore(textOf(note) ?? '', idOf);
    if (!read) continue;
    const own = scores.get(read.scorer) ?? { entries: [], notes: [] };
    own.entries.push(read.entry);
    own.notes.push(note.guid);
    scores.set(read.scorer, own);
  }
  return [...scores].map(([scorer, own]) => ({ scorer, ...own }));
}

function readScore(
  text: string,
  idOf: (guid: string) => string,
): { scorer: string; entry: ScoreEntry } | undefined {
  const parts = readLabelled(text, noteLabels.score);
  const said = (label: string) => parts?.find((one) => one.label === label)?.text;
  const [scorer = '', organization, domain] = [said('Scorer'), said('Organization'), said('Domain')];
  const score = Number(said('Score'));
  const isScorer = isCoderName(scorer) || scorer === consensusScorer;
  if (!isScorer || !organization || !domain || !Number.isInteger(score)) return undefined;
  const rationale = said('Rationale');
  const evidence = said('Evidence')?.split(' ').map(idOf);
  const reasons = { ...(rationale !== undefined && { rationale }), ...(evidence && { evidence }) };
  return { scorer, entry: { organization, domain, score, ...reasons } };
}
