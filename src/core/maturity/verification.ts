import { consensusScorer, type Score } from './maturity';

/** How far the scores of an organization on one domain have come, for the scorer who looks at them. */
export interface Verification {
  readonly own: Score | undefined;
  /** The other scorers' scores, in the order of their names; none while they are hidden. */
  readonly others: readonly Score[];
  readonly consensus: Score | undefined;
  /** True where others have scored and the viewer has not: they give their own score first. */
  readonly hidden: boolean;
}

/** What a scorer may see of the scores of an organization on a domain. */
export function verificationOf(given: readonly Score[], viewer: string): Verification {
  const own = given.find(({ scorer }) => scorer === viewer);
  const others = given.filter(({ scorer }) => scorer !== viewer && scorer !== consensusScorer);
  const consensus = given.find(({ scorer }) => scorer === consensusScorer);
  const hidden = !own && (others.length > 0 || consensus !== undefined);
  return hidden ? { own, others: [], consensus: undefined, hidden } : { own, others, consensus, hidden };
}

/** What a score that is settled takes over: the reasons and the evidence of those who gave that figure. */
export function settledOn(
  score: number,
  given: readonly Score[],
): { readonly rationale: string; readonly rely: readonly string[] } {
  const alike = given.filter((one) => one.score === score);
  return {
    rationale: [...new Set(alike.flatMap(({ rationale }) => rationale ?? []))].join('\n'),
    rely: [...new Set(alike.flatMap(({ evidence }) => evidence.map(({ id }) => id)))],
  };
}
