import type { Codebook } from '../codebook/codebook';
import { consensusScorer, highestTotal, type Scale, type Score } from '../maturity/maturity';
import { groupBy } from './groupBy';
import type { MaturityRow, MaturityTotal, OrganizationSummary, Quote } from './model';

/** The scores of a case's organizations on every domain of the scale, by organization, then domain. */
export function maturityRows(
  scale: Scale,
  scores: readonly Score[],
  organizations: readonly Pick<OrganizationSummary, 'id'>[],
  quotes: readonly Quote[],
  codebook: Codebook,
): MaturityRow[] {
  return organizations.flatMap(({ id: organization }) => {
    if (organization === null) return [];
    const ownQuotes = quotes.filter((quote) => quote.organization === organization);
    return scale.domains.map(({ id: domain }): MaturityRow => {
      const given = scores.filter((score) => score.organization === organization && score.domain === domain);
      const bearsOn = ({ code }: Quote) => codebook.byId.get(code)?.domains.includes(domain) ?? false;
      return {
        organization,
        domain,
        ...settle(given),
        evidence: [...new Set(given.flatMap(({ evidence }) => evidence.map(({ id }) => id)))],
        quotes: ownQuotes.filter(bearsOn).length,
      };
    });
  });
}

/**
 * The figure of several scorers: the consensus where there is one, otherwise the one scorer's. What several
 * gave without a consensus is not settled, and is a figure only where they all gave the same.
 */
function settle(
  given: readonly Score[],
): Omit<MaturityRow, 'organization' | 'domain' | 'evidence' | 'quotes'> {
  const consensus = given.find(({ scorer }) => scorer === consensusScorer);
  const decisive = consensus ?? (given.length === 1 ? given[0] : undefined);
  const figures = new Set(given.map(({ score }) => score));
  return {
    score: decisive?.score ?? (figures.size === 1 ? given[0]!.score : null),
    by: decisive?.scorer ?? null,
    settled: consensus !== undefined,
    scores: given.map(({ scorer, score, rationale = null }) => ({ scorer, score, rationale })),
    rationale: decisive?.rationale ?? null,
  };
}

/**
 * What the rows of each organization add up to, and the domains for which it has no evidence.
 * @param codingIds the ids of the codings of the case
 */
export function maturityTotals(
  scale: Scale,
  rows: readonly MaturityRow[],
  codingIds: ReadonlySet<string>,
): MaturityTotal[] {
  const hasEvidence = (row: MaturityRow) => row.quotes > 0 || row.evidence.some((id) => codingIds.has(id));
  return [...groupBy(rows, ({ organization }) => organization)].map(([organization, own]) => {
    const figures = own.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      organization,
      total: figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0),
      highest: highestTotal(scale),
      scored: figures.length,
      domains: own.length,
      withoutEvidence: own.filter((row) => !hasEvidence(row)).map(({ domain }) => domain),
    };
  });
}
