import type { Score } from '../../maturity/maturity';
import type { StudySettings } from '../../settings/settings';
import { noCase } from '../../summary/cases';
import { groupBy } from '../../summary/groupBy';
import { localize } from '../../text/localized';
import type { FrontMatter } from '../../transcript/transcript';
import { guidOf } from '../guid';
import type { ProjectDraft } from './draft';
import type { RefiCase, RefiValue } from './model';
import { UniqueNames } from './uniqueNames';

/** An interview as cases know it. */
export interface CaseInterview {
  readonly guid: string;
  readonly name: string;
  /** Below the folder of transcripts. */
  readonly path: string;
  readonly case: string | undefined;
  readonly frontMatter: FrontMatter;
}

/** What is known of an interview, as variables of its source. */
export function interviewValues(interview: CaseInterview, draft: ProjectDraft): RefiValue[] {
  return draft.variables.valuesOf({ transcript: interview.path, ...factsOf(interview) });
}

/**
 * The cases of a study, their organizations with the scores, and the interviews: each is a case of the project.
 * Variables of cases have names of their own, since programs give a variable to cases or to sources.
 */
export function refiCases(
  interviews: readonly CaseInterview[],
  { cases, language }: StudySettings,
  scores: readonly Score[],
  draft: ProjectDraft,
): RefiCase[] {
  const names = new UniqueNames();
  const nameOf = new Map(cases.map(({ id, name }) => [id, localize(name, language)]));
  const listed = new Map(
    cases.flatMap((one) => one.organizations.map(({ id, name }) => [id, localize(name, language)])),
  );
  const caseOf = (kind: string, id: string, name: string, own: readonly CaseInterview[], values: Values) => ({
    guid: guidOf(kind, id),
    name: names.take(name.trim() || id, `${name.trim() || id} (${kind})`),
    description: '',
    values: draft.variables.valuesOf(onCases({ kind, ...values })),
    sources: own.map(({ guid }) => guid),
  });
  const byCase = groupBy(interviews, (one) => one.case ?? noCase);
  const caseIds = new Set([...nameOf.keys(), ...[...byCase.keys()].filter((id) => id !== noCase).sort()]);
  const byOrganization = groupBy(interviews, ({ frontMatter }) => frontMatter.organization ?? '');
  const scored = scores.map(({ organization }) => organization);
  const others = [...byOrganization.keys(), ...scored].filter((id) => id !== '').sort();
  const organizations = new Set([...listed.keys(), ...others]);
  return [
    ...[...caseIds].map((id) => caseOf('case', id, nameOf.get(id) ?? id, byCase.get(id) ?? [], { case: id })),
    ...[...organizations].map((id) => {
      const own = scores.filter(({ organization }) => organization === id);
      const values = { organization: id, case: caseListing(id, cases), ...scoreValues(own) };
      return caseOf('organization', id, listed.get(id) ?? id, byOrganization.get(id) ?? [], values);
    }),
    ...interviews.map((one) => caseOf('interview', one.path, one.name, [one], factsOf(one))),
  ];
}

type Values = Readonly<Record<string, string | undefined>>;

function factsOf(interview: CaseInterview): Values {
  const { organization, participant, role, interviewers, date, language } = interview.frontMatter;
  const asked = interviewers?.join(', ');
  return { case: interview.case, organization, participant, role, interviewer: asked, date, language };
}

function scoreValues(scores: readonly Score[]): Values {
  return Object.fromEntries(
    scores.map(({ domain, scorer, score }) => [`score ${domain} (${scorer})`, String(score)]),
  );
}

function onCases(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`Cases:${name}`, value]));
}

function caseListing(organization: string, cases: StudySettings['cases']): string | undefined {
  return cases.find(({ organizations }) => organizations.some(({ id }) => id === organization))?.id;
}
