import { removalLine } from '../coding/log';
import type { Review } from './review';
import { reviewLine } from './reviewLog';

/** A review given in a log, or taken back there. */
export interface ReviewChange {
  readonly log: string;
  readonly review: Review;
  readonly takenBack: boolean;
}

/** The log line that makes a change, said at `at` (ISO 8601). */
export function reviewChangeLine({ review, takenBack }: ReviewChange, at: string): string {
  return takenBack ? removalLine(review.id, review.by, at) : reviewLine({ ...review, at });
}

/** The change that takes another one back. */
export function inverseReviewChange(change: ReviewChange): ReviewChange {
  return { ...change, takenBack: !change.takenBack };
}
