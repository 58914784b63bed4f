import { anchor } from '../coding/anchoring/anchor';
import { isPlaced } from '../coding/coding';
import { consensusCoder } from '../coding/paths';
import type { StudyReview } from '../study';
import { compareStrings } from '../text/compare';
import type { Range } from '../text/range';
import { parseReviewPath } from './paths';
import type { Review, Verdict } from './review';

/** What one reviewer now says of a coding, and what was answered to that. */
export interface Opinion {
  readonly reviewer: string;
  readonly review: Review;
  readonly answer: Review | undefined;
  /** True for what is not settled: no agreement, and no answer to it or one that discusses on. */
  readonly open: boolean;
}

/** What is said of one coding: the last word of each reviewer, by name. */
export interface Discussion {
  readonly opinions: readonly Opinion[];
  /** Where it stands: what is open goes before what is settled, disagreement before discussion before agreement. */
  readonly verdict: Verdict;
}

/** The gravest first. */
const gravity: readonly Verdict[] = ['disagree', 'discuss', 'agree'];

/**
 * The discussions of the codings of a transcript, by coding. A reviewer who says something anew takes back what
 * they said before, and the answer to that with it. What `consensus` says is no review, and left out.
 */
export function discussionsOf(reviews: readonly StudyReview[]): ReadonlyMap<string, Discussion> {
  const answers = new Map<string, Review>();
  const latest = new Map<string, Map<string, Review>>();
  for (const { review, log } of reviews) {
    const { reviewer } = parseReviewPath(log)!;
    if (review.answer !== undefined) keepLatest(answers, review.answer, review);
    else if (reviewer !== consensusCoder) {
      const ofCoding = latest.get(review.coding) ?? new Map<string, Review>();
      keepLatest(ofCoding, reviewer, review);
      latest.set(review.coding, ofCoding);
    }
  }
  return new Map([...latest].map(([coding, ofCoding]) => [coding, discussionOf(ofCoding, answers)]));
}

/** True where the coder has not said anything yet to what was said of their coding. */
export function awaitsAnswer({ review, answer }: Opinion): boolean {
  return review.verdict !== 'agree' && answer === undefined;
}

/** What a reviewer would have instead of a coding, as far as they say so. */
export interface Proposal {
  readonly code: string | undefined;
  /** Where the proposed passage now stands; `lost` where that can no longer be told. */
  readonly range: Range | 'lost' | undefined;
}

/** What a review proposes, in the transcript's present text. Undefined for one that proposes nothing. */
export function proposalOf(text: string, review: Review): Proposal | undefined {
  const { code } = review;
  const range = proposedRange(text, review);
  return code === undefined && range === undefined ? undefined : { code, range };
}

function proposedRange(text: string, review: Review): Proposal['range'] {
  const { start, end, quote, prefix = '', suffix = '' } = review;
  if (start === undefined || end === undefined) return undefined;
  // Without its words nothing tells whether the passage has moved.
  if (quote === undefined || quote === '') return end <= text.length ? { start, end } : 'lost';
  const { id, by, at } = review;
  const placed = anchor(text, { id, code: '', start, end, quote, prefix, suffix, by, at });
  return isPlaced(placed) ? { start: placed.start, end: placed.end } : 'lost';
}

function keepLatest(found: Map<string, Review>, key: string, review: Review): void {
  const known = found.get(key);
  if (!known || compareStrings(known.at, review.at) <= 0) found.set(key, review);
}

function discussionOf(
  ofCoding: ReadonlyMap<string, Review>,
  answers: ReadonlyMap<string, Review>,
): Discussion {
  const opinions = [...ofCoding].map(([reviewer, review]): Opinion => {
    const answer = answers.get(review.id);
    const open = review.verdict !== 'agree' && (answer === undefined || answer.verdict === 'discuss');
    return { reviewer, review, answer, open };
  });
  opinions.sort((a, b) => compareStrings(a.reviewer, b.reviewer));
  const open = opinions.filter((opinion) => opinion.open);
  const standing = (open.length > 0 ? open : opinions).map(standOf);
  return { opinions, verdict: gravity.find((verdict) => standing.includes(verdict))! };
}

/** Where an opinion stands: what was accepted is agreed, what goes on being discussed is no longer a disagreement. */
function standOf({ review, answer }: Opinion): Verdict {
  if (review.verdict === 'agree' || answer?.verdict === 'agree') return 'agree';
  return answer?.verdict === 'discuss' ? 'discuss' : review.verdict;
}
