import { emptyCodebook } from '../../codebook/codebook';
import { scoreAgreement } from '../../review/agreement/scores';
import type { Study } from '../../study';
import { groupBy } from '../../summary/groupBy';
import { maturityRows, maturityTotals } from '../../summary/maturity';
import { localize } from '../../text/localized';
import { consensusScorer, highestTotal, type Scale, type Score } from '../maturity';
import type { GivenScore, MaturityCase, MaturityTables } from './model';
import { type CaseOrganizations, organizationsByCase } from './organizations';

/** The scores of all organizations of a study as tables; undefined where it has no scale. */
export async function maturityTables(study: Study): Promise<MaturityTables | undefined> {
  const [{ title, language }, scale, scores] = await Promise.all([
    study.settings(),
    study.scale(),
    study.scores(),
  ]);
  if (!scale || scale.domains.length === 0) return undefined;
  const cases = await organizationsByCase(study, scores, language);
  return {
    study: title,
    language,
    scale: scale.name === undefined ? null : localize(scale.name, language),
    domains: scale.domains.map(({ id, name, levels }) => ({
      id,
      name: localize(name, language),
      highest: levels.length,
    })),
    highest: highestTotal(scale),
    cases: cases.map((one) => tableOf(one, scale, scores)),
    scores: givenScores(cases, scale, scores),
    agreement: scoreAgreement(scale, scores),
  };
}

function tableOf(
  { id, name, organizations }: CaseOrganizations,
  scale: Scale,
  scores: readonly Score[],
): MaturityCase {
  const rows = groupBy(
    maturityRows(scale, scores, organizations, [], emptyCodebook),
    ({ organization }) => organization,
  );
  return {
    id,
    name,
    organizations: organizations.map((organization) => {
      const own = rows.get(organization.id)!;
      const { total, scored } = maturityTotals(scale, own, new Set())[0]!;
      const figures = own.map(({ domain, score, by, settled, scores: given }) => ({
        domain,
        score,
        by,
        settled,
        scores: given,
      }));
      return { ...organization, figures, total, scored };
    }),
  };
}

function givenScores(
  cases: readonly CaseOrganizations[],
  scale: Scale,
  scores: readonly Score[],
): GivenScore[] {
  const keyOf = (organization: string, domain: string) => JSON.stringify([organization, domain]);
  const given = groupBy(scores, ({ organization, domain }) => keyOf(organization, domain));
  return cases.flatMap(({ id, organizations }) =>
    organizations.flatMap((organization) =>
      scale.domains.flatMap((domain) => {
        const own = given.get(keyOf(organization.id, domain.id)) ?? [];
        const settled = own.some(({ scorer }) => scorer === consensusScorer);
        return own.map(({ scorer, score, rationale, evidence }) => ({
          case: id,
          organization: organization.id,
          domain: domain.id,
          scorer,
          score,
          settled,
          rationale: rationale ?? null,
          evidence: evidence.map((one) => one.id),
        }));
      }),
    ),
  );
}
