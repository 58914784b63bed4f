import { hasScore } from '../../maturity/editScores';
import type { Score } from '../../maturity/maturity';
import { YamlItems } from '../../yaml/items';
import { wholeItems, wholeText } from '../../yaml/wholeItems';
import type { ScoreEntry } from './intoScores';

/** The file of a scorer with the scores of a project that it did not have. */
export interface MergedScores {
  /** The same as before where none is new. */
  readonly text: string;
  readonly added: number;
  /** Scores of the project that are other ones in the file, where they stay as they are. */
  readonly conflicts: readonly ScoreEntry[];
}

/**
 * Adds the scores of a project to the end of a scorer's file, domain by domain; comments, order and what is there
 * stay. Throws a YamlEditError where the file cannot be added to.
 * @param before undefined where there is no file yet
 * @param given the scores that are read from it
 */
export function mergeScores(
  before: string | undefined,
  entries: readonly ScoreEntry[],
  given: readonly Score[],
): MergedScores {
  if (before === undefined)
    return { text: wholeText(entries as never), added: entries.length, conflicts: [] };
  const added: ScoreEntry[] = [];
  const conflicts: ScoreEntry[] = [];
  for (const entry of entries) {
    const there = given.find(
      ({ organization, domain }) => organization === entry.organization && domain === entry.domain,
    );
    if (there ? !isSame(there, entry) : hasScore(before, entry)) conflicts.push(entry);
    else if (!there) added.push(entry);
  }
  if (added.length === 0) return { text: before, added: 0, conflicts };
  const items = new YamlItems(before);
  items.putInRoot(wholeItems(added as never), items.rootItems);
  return { text: items.result(), added: added.length, conflicts };
}

function isSame(there: Score, { score, rationale, evidence = [] }: ScoreEntry): boolean {
  const ids = new Set(there.evidence.map(({ id }) => id));
  return (
    there.score === score &&
    (there.rationale ?? '').trim() === (rationale ?? '').trim() &&
    ids.size === new Set(evidence).size &&
    evidence.every((id) => ids.has(id))
  );
}
