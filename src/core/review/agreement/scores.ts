import { consensusScorer, type Scale, type Score } from '../../maturity/maturity';
import { groupBy } from '../../summary/groupBy';
import { compareStrings } from '../../text/compare';
import { krippendorffAlpha } from '../statistics/alpha';
import { contingencyOfPairs } from '../statistics/contingency';
import { percentAgreement, weightedKappa } from '../statistics/kappa';
import { figuresOf } from './figures';
import type { ScoreAgreement, ScorerPair } from './model';

/**
 * How scorers agree on what two or more of them have scored; null where that is nothing. The consensus is left out.
 * @param organizations the ids of those that count; all of them where left out
 */
export function scoreAgreement(
  scale: Scale,
  scores: readonly Score[],
  organizations?: ReadonlySet<string>,
): ScoreAgreement | null {
  const own = scores.filter(
    ({ scorer, organization }) => scorer !== consensusScorer && (organizations?.has(organization) ?? true),
  );
  const scored = [...groupBy(own, ({ organization, domain }) => JSON.stringify([organization, domain]))]
    .map(([, given]) => given)
    .filter((given) => given.length > 1);
  if (scored.length === 0) return null;
  const scorers = [...new Set(scored.flat().map(({ scorer }) => scorer))].sort(compareStrings);
  const units = scored.map((given) => scorers.map((scorer) => scoreBy(given, scorer)));
  const highest = Math.max(...scale.domains.map(({ levels }) => levels.length));
  return {
    scorers,
    scores: scored.length,
    ordinal: figuresOf({ alpha: krippendorffAlpha(units, 'ordinal') }),
    pairs: scorers.flatMap((first, index) =>
      scorers.slice(index + 1).map((second) => pairOf(scored, [first, second], highest)),
    ),
    disagreements: scored
      .filter((given) => given.some(({ score }) => score !== given[0]!.score))
      .map((given) => ({
        organization: given[0]!.organization,
        domain: given[0]!.domain,
        scores: given.map(({ scorer, score }) => ({ scorer, score })),
      })),
  };
}

function pairOf(
  scored: readonly (readonly Score[])[],
  scorers: readonly [string, string],
  highest: number,
): ScorerPair {
  const [first, second] = scorers;
  const pairs = scored.map((given) => [scoreBy(given, first), scoreBy(given, second)] as const);
  const values = Array.from({ length: highest }, (_, index) => index + 1);
  const table = contingencyOfPairs(pairs, values);
  return {
    scorers,
    scores: table.flat().reduce((sum, count) => sum + count, 0),
    ...figuresOf({
      percentAgreement: percentAgreement(table),
      linear: weightedKappa(table, 'linear'),
      quadratic: weightedKappa(table, 'quadratic'),
    }),
  };
}

function scoreBy(given: readonly Score[], scorer: string): number | null {
  return given.find((one) => one.scorer === scorer)?.score ?? null;
}
