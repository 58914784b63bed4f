import { parseReviewPath } from '../../review/paths';
import type { Review } from '../../review/review';
import { guidOfId } from '../guid';
import type { ProjectDraft } from './draft';
import { noteOf, noteText } from './note';
import type { CodedText } from './selections';

/**
 * A note for each review of a coding that is in the project.
 * @param guids of the codings by their ids
 * @returns the GUIDs of the notes by that of the coding
 */
export function reviewNotes(
  { reviews }: CodedText,
  guids: ReadonlyMap<string, string>,
  draft: ProjectDraft,
): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  for (const { review, log } of reviews) {
    const coding = guids.get(review.coding);
    if (coding === undefined) {
      draft.leave(log, 'export-review-without-coding', review.id);
      continue;
    }
    const reviewer = parseReviewPath(log)!.reviewer;
    const guid = draft.own(guidOfId(review.id), log);
    const at = draft.at(review.at, log) ?? draft.date;
    const name = `${reviewer}: ${review.verdict}`;
    const user = draft.user(reviewer);
    draft.notes.push(noteOf(guid, name, draft.text(textOf(review, reviewer), log), user, at));
    notes.set(coding, [...(notes.get(coding) ?? []), guid]);
  }
  return notes;
}

/** Offsets are those of the review: UTF-16 code units of the transcript with `\n` line ends. */
function textOf(review: Review, reviewer: string): string {
  const { verdict, code, start, end, quote, prefix, suffix, comment, answer, by } = review;
  return noteText([
    ['Review', verdict],
    ['Code', code],
    ['Start', start?.toString()],
    ['End', end?.toString()],
    ['Quote', quote],
    ['Prefix', prefix],
    ['Suffix', suffix],
    ['Comment', comment],
    ['Answer', answer === undefined ? undefined : guidOfId(answer)],
    ['Reviewer', by === reviewer ? undefined : by],
  ]);
}
