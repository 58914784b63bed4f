import type { Codebook } from '../../codebook/codebook';
import type { StudyCoding, StudyReview } from '../../study';

/** What the selections of one transcript are made of. */
export interface CodedText {
  readonly codings: readonly StudyCoding[];
  readonly reviews: readonly StudyReview[];
  readonly codebook: Codebook;
  /** The position of an offset, as the project's dialect counts. */
  readonly position: (offset: number) => number;
}
