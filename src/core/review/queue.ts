import type { Codebook } from '../codebook/codebook';
import { branchOf } from '../codebook/family';
import { isPlaced } from '../coding/coding';
import { consensusCoder, parseLogPath } from '../coding/paths';
import type { Draw } from '../settings/settings';
import type { StudyCoding, StudyReview } from '../study';
import { compareStrings } from '../text/compare';
import { parseReviewPath } from './paths';
import { drawSample } from './sample';

/** Which codings a reviewer goes through. Plain data: the same request gives the same queue. */
export interface QueueRequest {
  /** Whose codings; undefined for those of all other coders. */
  readonly coder?: string;
  /** The codings of one transcript, by its path. */
  readonly transcript?: string;
  /** The codings with one code, or a code below it, by its id. */
  readonly code?: string;
  /** A sample of the codings that are meant; undefined for all of them. */
  readonly draw?: Draw;
}

/**
 * The codings to go through, by transcript and place: others' codings that have a place, never those of
 * `consensus`. What was reviewed already is among them, so that a sample stays the same while it is worked through.
 * It is drawn by rank (see `drawSample`) of the codings' ids.
 * @param codings those that the reviewer may see
 */
export function reviewQueue(
  codings: readonly StudyCoding[],
  reviewer: string,
  request: QueueRequest,
  codebook: Codebook,
  sha256: (text: string) => string,
): StudyCoding[] {
  const ids = request.code === undefined ? undefined : branchOf(codebook, request.code);
  const meant = codings.filter((one) => {
    const { coder } = parseLogPath(one.log)!;
    if (coder === reviewer || coder === consensusCoder || !isPlaced(one)) return false;
    if (request.coder !== undefined && coder !== request.coder) return false;
    if (request.transcript !== undefined && one.transcript !== request.transcript) return false;
    return ids === undefined || ids.has(one.coding.code);
  });
  const queue = request.draw ? drawSample(meant, request.draw, ({ coding }) => coding.id, sha256) : meant;
  return queue.sort(
    (a, b) =>
      compareStrings(a.transcript, b.transcript) ||
      a.start - b.start ||
      a.end - b.end ||
      compareStrings(a.log, b.log) ||
      compareStrings(a.coding.id, b.coding.id),
  );
}

/** The ids of the codings of which a reviewer has said something. */
export function reviewedBy(reviewer: string, reviews: readonly StudyReview[]): ReadonlySet<string> {
  const given = reviews.filter(
    ({ review, log }) => review.answer === undefined && parseReviewPath(log)!.reviewer === reviewer,
  );
  return new Set(given.map(({ review }) => review.coding));
}
