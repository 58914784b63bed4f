import type { Score } from '../../maturity/maturity';
import { guidOf } from '../guid';
import type { ProjectDraft } from './draft';
import { noteOf, noteText } from './note';

/** A note for each score, with its rationale and the GUIDs of the codings that it rests on. */
export function addScoreNotes(scores: readonly Score[], draft: ProjectDraft): void {
  for (const { scorer, organization, domain, score, rationale, evidence } of scores) {
    const file = `scores/${scorer}.yaml`;
    const text = noteText([
      ['Score', String(score)],
      ['Organization', organization],
      ['Domain', domain],
      ['Scorer', scorer],
      ['Rationale', rationale],
      [
        'Evidence',
        evidence.length > 0 ? evidence.map(({ id }) => draft.ids.guidOf(id)).join(' ') : undefined,
      ],
    ]);
    const guid = draft.own(guidOf('score', scorer, organization, domain), file);
    const name = `${organization}, ${domain}: ${score} (${scorer})`;
    draft.notes.push(noteOf(guid, name, draft.text(text, file), draft.user(scorer), draft.date));
  }
}
