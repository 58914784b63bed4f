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

/** As much of the scores as a person may see, and where others' are hidden from them. */
export interface ScoresInSight {
  readonly visible: Score[];
  /** True where the viewer has given any score, so that they are one of those who score. */
  readonly scores: boolean;
  /** Where others have scored, nobody has settled it, and the viewer has not given a score of their own. */
  readonly hidden: readonly { readonly organization: string; readonly domain: string }[];
}

/**
 * Whoever codes or scores the study verifies scores by giving their own first: until then they see no other scorer's,
 * only what was settled. Others see everything.
 * @param viewer undefined where they have not said who they are
 */
export function scoresInSight(
  scores: readonly Score[],
  coders: readonly string[],
  viewer: string | undefined,
): ScoresInSight {
  const begun = viewer !== undefined && scores.some(({ scorer }) => scorer === viewer);
  if (viewer === undefined || !(begun || coders.includes(viewer))) {
    return { visible: [...scores], scores: begun, hidden: [] };
  }
  const keyOf = ({ organization, domain }: Score) => JSON.stringify([organization, domain]);
  const keysBy = (by: string) => new Set(scores.filter(({ scorer }) => scorer === by).map(keyOf));
  const [own, settled] = [keysBy(viewer), keysBy(consensusScorer)];
  const isVisible = (score: Score) => own.has(keyOf(score)) || score.scorer === consensusScorer;
  const hidden = scores.filter((score) => !isVisible(score) && !settled.has(keyOf(score)));
  const places = hidden.map(({ organization, domain }) => ({ organization, domain }));
  return {
    visible: scores.filter(isVisible),
    scores: begun,
    hidden: [...new Map(places.map((one) => [JSON.stringify(one), one])).values()],
  };
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
