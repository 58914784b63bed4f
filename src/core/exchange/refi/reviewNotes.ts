import { parseReviewPath } from '../../review/paths';
import type { Review } from '../../review/review';
import type { StudyReview } from '../../study';
import { groupBy } from '../../summary/groupBy';
import type { CodedText } from './codedText';
import type { ProjectDraft } from './draft';
import type { OutgoingIds } from './ids';
import { noteOf, noteText } from './note';

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
  const byCoding = groupBy(reviews, ({ review }) => review.coding);
  for (const [id, own] of byCoding) {
    if (guids.has(id)) continue;
    for (const { review, log } of own) draft.leave(log, 'export-review-without-coding', review.id);
  }
  return new Map(
    [...guids].map(([id, coding]) => [coding, (byCoding.get(id) ?? []).map((one) => addNote(one, draft))]),
  );
}

function addNote({ review, log }: StudyReview, draft: ProjectDraft): string {
  const reviewer = parseReviewPath(log)!.reviewer;
  const guid = draft.own(draft.ids.guidOf(review.id), log);
  const at = draft.at(review.at, log) ?? draft.date;
  const text = draft.text(textOf(review, reviewer, draft.ids), log);
  draft.notes.push(noteOf(guid, `${reviewer}: ${review.verdict}`, text, draft.user(reviewer), at));
  return guid;
}

/** Offsets are those of the review: UTF-16 code units of the transcript with `\n` line ends. */
function textOf(review: Review, reviewer: string, ids: OutgoingIds): string {
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
    ['Answer', answer === undefined ? undefined : ids.guidOf(answer)],
    ['Reviewer', by === reviewer ? undefined : by],
  ]);
}
