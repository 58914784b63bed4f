import { mapBounded } from '../../cache/bounded';
import type { Study } from '../../study';
import { noCase } from '../../summary/cases';
import { labelsOf } from '../../summary/labels';
import { compareStrings } from '../../text/compare';
import { localize } from '../../text/localized';
import type { Score } from '../maturity';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface CaseOrganizations extends Named {
  readonly organizations: readonly Named[];
}

/**
 * The organizations of each case: those of study.yaml in its order, then others that transcripts name, sorted, then
 * those that only scores know, in no case.
 * @param language of the names, where they have several
 */
export async function organizationsByCase(
  study: Study,
  scores: readonly Score[],
  language: 'en' | 'nl',
): Promise<CaseOrganizations[]> {
  const { cases } = await study.settings();
  const named = await organizationsInTranscripts(study);
  const ids = new Map(cases.map((one) => [one.id, one.organizations.map(({ id }) => id)]));
  const known = new Set([...ids.values()].flat());
  const add = (caseId: string, organization: string) => {
    if (known.has(organization)) return;
    known.add(organization);
    ids.set(caseId, [...(ids.get(caseId) ?? []), organization]);
  };
  for (const { caseId, organization } of named) add(caseId, organization);
  for (const { organization } of scores) add(noCase, organization);
  const names = new Map(
    cases.flatMap((one) => one.organizations.map(({ id, name }) => [id, localize(name, language)])),
  );
  const caseNames = new Map(cases.map(({ id, name }) => [id, localize(name, language)]));
  return [...ids]
    .filter(([, organizations]) => organizations.length > 0)
    .map(([id, organizations]) => ({
      id,
      name: caseNames.get(id) ?? (id === noCase ? labelsOf(language).noCase : id),
      organizations: organizations.map((one) => ({ id: one, name: names.get(one) ?? one })),
    }));
}

/** The organizations that transcripts name with their case, sorted by both. */
async function organizationsInTranscripts(
  study: Study,
): Promise<{ readonly caseId: string; readonly organization: string }[]> {
  const facts = await mapBounded(await study.transcriptPaths(), (path) => study.transcriptFacts(path));
  return facts
    .flatMap((one) => {
      const organization = one?.frontMatter.organization;
      return organization === undefined ? [] : [{ caseId: one?.case ?? noCase, organization }];
    })
    .sort((a, b) => compareStrings(a.caseId, b.caseId) || compareStrings(a.organization, b.organization));
}
