/** What a reviewer says of a coding. */
export const verdicts = ['agree', 'disagree', 'discuss'] as const;
/** A word of a reviewer. */
export type Verdict = (typeof verdicts)[number];

/**
 * A verdict on another coder's coding, or the coder's answer to one. Where the reviewer would give another code or
 * other bounds these are in it: `start` and `end` as those of a coding, with the words that stand there.
 * An answer agrees (the coding was changed), disagrees (it is kept, the comment says why) or discusses on. A line
 * under the name `consensus` says of a coding whether it was taken (agree), not taken (disagree) or left open
 * (discuss) when coders settled what they differed on.
 */
export interface Review {
  readonly id: string;
  /** The id of the coding. */
  readonly coding: string;
  readonly verdict: Verdict;
  readonly code?: string;
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly comment?: string;
  /** The id of the review that this one answers. */
  readonly answer?: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}
