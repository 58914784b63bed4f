import { removalLine } from '../coding/log';
import type { Review } from './review';
import { reviewLine } from './reviewLog';

/** A review given in a log, or taken back there. */
export interface ReviewChange {
  readonly log: string;
  readonly review: Review;
  /** The one with the same id that it replaces, where there is one. */
  readonly before?: Review;
  readonly takenBack: boolean;
}

/** The log line that makes a change, said at `at` (ISO 8601). */
export function reviewChangeLine({ review, takenBack }: ReviewChange, at: string): string {
  return takenBack ? removalLine(review.id, review.by, at) : reviewLine({ ...review, at });
}

/** The change that takes another one back. */
export function inverseReviewChange({ log, review, before, takenBack }: ReviewChange): ReviewChange {
  if (before) return { log, review: before, before: review, takenBack: false };
  return { log, review, takenBack: !takenBack };
}
