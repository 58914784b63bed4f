import { coderOf, consensusCoder } from '../coding/paths';
import type { Organization } from '../settings/settings';
import type { StudyCoding } from '../study';
import { compareStrings } from '../text/compare';
import { localize } from '../text/localized';
import type { CaseTranscript } from './cases';
import { countBy } from './counts';
import type { Interview, OrganizationSummary, Respondents } from './model';

/**
 * The interviews of a case, one for each transcript that there is.
 * @param words how many words respondents say in each, by path
 */
export function interviewsOf(
  transcripts: readonly CaseTranscript[],
  words: ReadonlyMap<string, number | undefined>,
): Interview[] {
  const roleOf = roleSpelling(transcripts);
  return transcripts
    .filter(({ exists }) => exists)
    .map(({ path, facts, codings, counted }) => {
      const { organization, participant, role, date } = facts?.frontMatter ?? {};
      const coders = codersOf(codings);
      const isSettled = counted.length < codings.length;
      const countedCoders = isSettled
        ? [...new Set([...codersOf(counted), consensusCoder])].sort(compareStrings)
        : coders;
      return {
        transcript: path,
        organization: organization ?? null,
        participant: participant ?? null,
        role: roleOf(role),
        date: date ?? null,
        words: words.get(path) ?? null,
        coded: codings.length > 0,
        coders,
        countedCoders,
        quotes: counted.length,
      };
    });
}

function codersOf(codings: readonly StudyCoding[]): string[] {
  return [...new Set(codings.map(coderOf))].sort(compareStrings);
}

/**
 * The organizations of a case with what was said and coded there.
 * @param lostQuotes codings of transcripts that are missing, so that nobody knows their organization
 */
export function organizationsOf(
  interviews: readonly Interview[],
  listed: readonly Organization[],
  lostQuotes: number,
  language: string,
): OrganizationSummary[] {
  const names = new Map(listed.map(({ id, name }) => [id, localize(name, language)]));
  const found = new Set(interviews.map(({ organization }) => organization));
  if (lostQuotes > 0) found.add(null);
  const others = [...found].filter((id) => id !== null && !names.has(id)) as string[];
  const ids = [...names.keys(), ...others.sort(compareStrings), ...(found.has(null) ? [null] : [])];
  return ids.map((id) => {
    const own = interviews.filter(({ organization }) => organization === id);
    return {
      id,
      name: id === null ? null : (names.get(id) ?? id),
      interviews: own.length,
      coded: own.filter(({ coded }) => coded).length,
      respondents: peopleIn(own),
      words: sum(own, ({ words }) => words ?? 0),
      codedWords: sum(own, ({ words, countedCoders }) => (words ?? 0) * countedCoders.length),
      quotes: sum(own, ({ quotes }) => quotes) + (id === null ? lostQuotes : 0),
    };
  });
}

/** The respondents of a case by role; `lostQuotes` as for `organizationsOf`. */
export function respondentsOf(
  interviews: readonly Interview[],
  organizations: readonly OrganizationSummary[],
  lostQuotes: number,
): Respondents[] {
  const found = new Set(interviews.map(({ role }) => role));
  if (lostQuotes > 0) found.add(null);
  const roles = ([...found].filter((role) => role !== null) as string[]).sort(
    (a, b) => compareStrings(a.toLowerCase(), b.toLowerCase()) || compareStrings(a, b),
  );
  return [...roles, ...(found.has(null) ? [null] : [])].map((role) => {
    const own = interviews.filter((interview) => interview.role === role);
    const people = [...new Map(own.map((interview) => [personKey(interview), interview])).values()];
    return {
      role,
      respondents: people.length,
      interviews: own.length,
      words: sum(own, ({ words }) => words ?? 0),
      quotes: sum(own, ({ quotes }) => quotes) + (role === null ? lostQuotes : 0),
      byOrganization: countBy(
        people,
        organizations.map(({ id }) => id),
        ({ organization }) => organization,
      ),
    };
  });
}

function peopleIn(interviews: readonly Interview[]): number {
  return new Set(interviews.map(personKey)).size;
}

/** Participants' codes are given per organization; an interview that names none is with someone else. */
function personKey({ organization, participant, transcript }: Interview): string {
  return JSON.stringify(participant === null ? [transcript] : [organization, participant]);
}

/** Roles that differ in case or outer white space only are one, spelled as first met. */
function roleSpelling(transcripts: readonly CaseTranscript[]): (role: string | undefined) => string | null {
  const spellings = new Map<string, string>();
  const keyOf = (role: string) => role.trim().toLowerCase();
  for (const { facts } of transcripts) {
    const role = facts?.frontMatter.role;
    if (role !== undefined && !spellings.has(keyOf(role))) spellings.set(keyOf(role), role.trim());
  }
  return (role) => (role === undefined ? null : spellings.get(keyOf(role))!);
}

function sum<T>(items: readonly T[], numberOf: (item: T) => number): number {
  return items.reduce((total, item) => total + numberOf(item), 0);
}
