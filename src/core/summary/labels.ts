import type { Anchor } from '../coding/coding';
import type { Verdict } from '../review/review';
import type { SettledCounts } from './model';

/** The words of a report that are not the study's own. */
export interface Labels {
  readonly noCase: string;
  readonly noTitle: string;
  readonly organization: string;
  readonly noOrganization: string;
  readonly role: string;
  readonly noRole: string;
  readonly interviews: string;
  readonly interview: string;
  readonly noInterviews: string;
  readonly interviewsByOrganization: string;
  readonly wordsExplained: string;
  readonly coded: string;
  readonly codedBy: string;
  readonly notCoded: string;
  readonly unreadable: string;
  readonly respondents: string;
  readonly respondentsByRole: string;
  readonly participant: string;
  readonly date: string;
  readonly words: string;
  readonly total: string;
  readonly code: string;
  readonly codes: string;
  readonly codings: string;
  readonly codingsByOrganization: string;
  readonly codingsByRole: string;
  readonly codingsByCoder: string;
  readonly withSubcodes: string;
  readonly retired: string;
  readonly notInCodebook: string;
  readonly unusedCodes: string;
  readonly noCodings: string;
  readonly line: string;
  readonly memo: (coder: string) => string;
  readonly anchors: Readonly<Record<Anchor, string>>;
  /** What a reviewer says of a quote, and what they would have instead. */
  readonly review: (reviewer: string, verdict: Verdict, instead: string) => string;
  readonly answers: Readonly<Record<Verdict, string>>;
  readonly codingCount: (codings: number, passages: number) => string;
  readonly orphans: (count: number) => string;
  readonly ambiguous: (count: number) => string;
  readonly settled: (counts: SettledCounts) => string;
  readonly nothingSettled: string;
  readonly atAll: string;
  readonly onlyAt: (organizations: string) => string;
  readonly notCompared: (organizations: string) => string;
  readonly rates: string;
  readonly maturity: string;
  readonly scoresByDomain: string;
  readonly scoresExplained: string;
  readonly noScores: string;
  readonly outOf: (total: number, highest: number) => string;
  readonly someDomains: (scored: number, domains: number) => string;
  readonly notSettled: string;
  readonly rationales: string;
  readonly withoutEvidence: string;
  readonly madeFrom: string;
  readonly codersCounted: string;
  readonly coderCount: (codings: number, transcripts: number) => string;
  readonly hash: (files: number) => string;
  /** The names of the months, January first. */
  readonly months: readonly string[];
  readonly groupSeparator: string;
  readonly decimalSeparator: string;
  /** In front of an amount in euros. */
  readonly euro: string;
}

/** `1 coding`, `2 codings`. */
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const english: Labels = {
  noCase: 'Interviews without a case',
  noTitle: 'Untitled study',
  organization: 'Organization',
  noOrganization: 'organization not given',
  role: 'Role',
  noRole: 'role not given',
  interviews: 'Interviews',
  interview: 'Interview',
  noInterviews: 'This case has no interviews yet.',
  interviewsByOrganization: 'Interviews by organization',
  wordsExplained: 'Words are what respondents said; the interviewers’ are left out.',
  coded: 'Coded',
  codedBy: 'Coded by',
  notCoded: 'not coded',
  unreadable: 'unreadable',
  respondents: 'Respondents',
  respondentsByRole: 'Respondents by role',
  participant: 'Participant',
  date: 'Date',
  words: 'Words',
  total: 'Total',
  code: 'Code',
  codes: 'Codes',
  codings: 'Codings',
  codingsByOrganization: 'Codings by code and organization',
  codingsByRole: 'Codings by code and role',
  codingsByCoder: 'Codings by code and coder',
  withSubcodes: 'With sub-codes',
  retired: 'retired',
  notInCodebook: 'not in the codebook',
  unusedCodes: 'Codes without codings:',
  noCodings: 'Nothing has been coded yet.',
  line: 'line',
  memo: (coder) => `memo of ${coder}`,
  anchors: {
    exact: '',
    moved: 'moved since it was coded',
    edited: 'words changed since it was coded',
    ambiguous: 'place no longer certain',
    orphan: 'no longer in the transcript',
  },
  review: (reviewer, verdict, instead) =>
    ({
      agree: `${reviewer} agrees`,
      disagree: `${reviewer} disagrees`,
      discuss: `${reviewer} wants to discuss it`,
    })[verdict] + (instead === '' ? '' : ` (rather ${instead})`),
  answers: { agree: 'accepted', disagree: 'kept', discuss: 'under discussion' },
  codingCount: (codings, passages) =>
    codings === passages
      ? counted(codings, 'coding', 'codings')
      : `${counted(codings, 'coding', 'codings')} of ${counted(passages, 'passage', 'passages')}`,
  orphans: (count) =>
    `Of these codings, ${counted(count, 'no longer stands in its transcript; it is', 'no longer stand in their transcript; they are')} shown with the original words.`,
  ambiguous: (count) =>
    `Of these codings, ${counted(count, 'has no certain place in its transcript any more; it is', 'have no certain place in their transcript any more; they are')} shown with the original words.`,
  settled: ({ quotes, from, notSettled }) =>
    `Of these codings, ${counted(quotes, 'is', 'are')} by consensus: the ${counted(from, 'coding', 'codings')} of coders that ${from === 1 ? 'was' : 'were'} settled ${from === 1 ? 'does not count itself' : 'do not count themselves'}. ${counted(notSettled, 'coding that is', 'codings that are')} not settled ${notSettled === 1 ? 'counts' : 'count'} under the coder who made ${notSettled === 1 ? 'it' : 'them'}.`,
  nothingSettled: 'The codings of every coder count, since nothing has been settled by consensus.',
  atAll: 'At every organization:',
  onlyAt: (organizations) => `Only at ${organizations}:`,
  notCompared: (organizations) => `Not compared, since nothing is coded there: ${organizations}.`,
  rates:
    'Codings per 1,000 coded words, sub-codes included. The words of an interview count once for each coder whose codings in it count.',
  maturity: 'Maturity',
  scoresByDomain: 'Scores by domain',
  scoresExplained:
    'The consensus where there is one, otherwise the figure of the one scorer; not settled where several scored without a consensus.',
  noScores: 'There are no scores yet.',
  outOf: (total, highest) => `${total} of ${highest}`,
  someDomains: (scored, domains) => `${scored} of ${domains} domains`,
  notSettled: 'not settled',
  rationales: 'Reasons given',
  withoutEvidence: 'Domains without evidence',
  madeFrom: 'Made from',
  codersCounted: 'Coders counted:',
  coderCount: (codings, transcripts) =>
    `${counted(codings, 'coding', 'codings')} in ${counted(transcripts, 'interview', 'interviews')}`,
  hash: (files) =>
    `SHA-256 of the ${counted(files, 'file', 'files')} (codebook, settings, scale, scores, transcripts, codings, reviews and notes of this case):`,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  groupSeparator: ',',
  decimalSeparator: '.',
  euro: '€',
};

const dutch: Labels = {
  noCase: 'Interviews zonder casus',
  noTitle: 'Studie zonder titel',
  organization: 'Organisatie',
  noOrganization: 'organisatie niet vermeld',
  role: 'Rol',
  noRole: 'rol niet vermeld',
  interviews: 'Interviews',
  interview: 'Interview',
  noInterviews: 'Deze casus heeft nog geen interviews.',
  interviewsByOrganization: 'Interviews per organisatie',
  wordsExplained: 'Woorden zijn wat respondenten zeiden, zonder die van de interviewers.',
  coded: 'Gecodeerd',
  codedBy: 'Gecodeerd door',
  notCoded: 'niet gecodeerd',
  unreadable: 'onleesbaar',
  respondents: 'Respondenten',
  respondentsByRole: 'Respondenten naar rol',
  participant: 'Deelnemer',
  date: 'Datum',
  words: 'Woorden',
  total: 'Totaal',
  code: 'Code',
  codes: 'Codes',
  codings: 'Coderingen',
  codingsByOrganization: 'Coderingen per code en organisatie',
  codingsByRole: 'Coderingen per code en rol',
  codingsByCoder: 'Coderingen per code en codeur',
  withSubcodes: 'Met subcodes',
  retired: 'vervallen',
  notInCodebook: 'niet in het codeboek',
  unusedCodes: 'Codes zonder coderingen:',
  noCodings: 'Er is nog niets gecodeerd.',
  line: 'regel',
  memo: (coder) => `memo van ${coder}`,
  anchors: {
    exact: '',
    moved: 'verplaatst sinds het coderen',
    edited: 'woorden gewijzigd sinds het coderen',
    ambiguous: 'plaats niet meer zeker',
    orphan: 'niet meer in het transcript',
  },
  review: (reviewer, verdict, instead) =>
    ({
      agree: `${reviewer} is het ermee eens`,
      disagree: `${reviewer} is het er niet mee eens`,
      discuss: `${reviewer} wil het bespreken`,
    })[verdict] + (instead === '' ? '' : ` (liever ${instead})`),
  answers: { agree: 'overgenomen', disagree: 'gehandhaafd', discuss: 'in bespreking' },
  codingCount: (codings, passages) =>
    codings === passages
      ? counted(codings, 'codering', 'coderingen')
      : `${counted(codings, 'codering', 'coderingen')} van ${counted(passages, 'passage', 'passages')}`,
  orphans: (count) =>
    `Van deze coderingen ${count === 1 ? 'staat er 1 niet meer in het transcript; die heeft' : `staan er ${count} niet meer in het transcript; die hebben`} hier de oorspronkelijke woorden.`,
  ambiguous: (count) =>
    `Van deze coderingen ${count === 1 ? 'heeft er 1 geen zekere plaats meer in het transcript; die heeft' : `hebben er ${count} geen zekere plaats meer in het transcript; die hebben`} hier de oorspronkelijke woorden.`,
  settled: ({ quotes, from, notSettled }) =>
    `Van deze coderingen ${quotes === 1 ? 'is' : 'zijn'} er ${quotes} bij consensus vastgesteld: ${from === 1 ? 'de ene codering van een codeur waarover is beslist, telt zelf niet mee' : `de ${from} coderingen van codeurs waarover is beslist, tellen zelf niet mee`}. ${counted(notSettled, 'codering waarover niet is beslist, telt', 'coderingen waarover niet is beslist, tellen')} mee bij de codeur die ${notSettled === 1 ? 'haar' : 'ze'} maakte.`,
  nothingSettled:
    'De coderingen van alle codeurs tellen mee, want er is nog niets bij consensus vastgesteld.',
  atAll: 'Bij elke organisatie:',
  onlyAt: (organizations) => `Alleen bij ${organizations}:`,
  notCompared: (organizations) => `Niet vergeleken, omdat daar niets is gecodeerd: ${organizations}.`,
  rates:
    'Coderingen per 1.000 gecodeerde woorden, subcodes meegeteld. De woorden van een interview tellen één keer voor elke codeur van wie de coderingen erin meetellen.',
  maturity: 'Volwassenheid',
  scoresByDomain: 'Scores per domein',
  scoresExplained:
    'De consensus waar die er is, anders het cijfer van de ene beoordelaar; niet vastgesteld waar er meer beoordeelden zonder consensus.',
  noScores: 'Er zijn nog geen scores.',
  outOf: (total, highest) => `${total} van ${highest}`,
  someDomains: (scored, domains) => `${scored} van ${domains} domeinen`,
  notSettled: 'niet vastgesteld',
  rationales: 'Toelichting bij de scores',
  withoutEvidence: 'Domeinen zonder onderbouwing uit de interviews',
  madeFrom: 'Gemaakt van',
  codersCounted: 'Getelde codeurs:',
  coderCount: (codings, transcripts) =>
    `${counted(codings, 'codering', 'coderingen')} in ${counted(transcripts, 'interview', 'interviews')}`,
  hash: (files) =>
    `SHA-256 van ${files === 1 ? 'het ene bestand' : `de ${files} bestanden`} (codeboek, instellingen, schaal, scores, transcripten, coderingen, beoordelingen en notities van deze casus):`,
  months: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  groupSeparator: '.',
  decimalSeparator: ',',
  euro: '€\u00a0',
};

/** The words of a report in a language. */
export function labelsOf(language: 'en' | 'nl'): Labels {
  return language === 'nl' ? dutch : english;
}

/** A whole number with its thousands apart, as the language writes it. */
export function formatCount(count: number, labels: Labels): string {
  return formatGroups(String(count), labels);
}

/** A number with two decimals, as the language writes it. */
export function formatRate(rate: number, { decimalSeparator }: Labels): string {
  return rate.toFixed(2).replace('.', decimalSeparator);
}

/** An amount in euros to the cent, as the language writes it. */
export function formatEuros(euros: number, labels: Labels): string {
  const [whole, cents] = Math.abs(euros).toFixed(2).split('.');
  const sign = euros < 0 ? '−' : '';
  return `${sign}${labels.euro}${formatGroups(whole!, labels)}${labels.decimalSeparator}${cents}`;
}

/** A number with the decimals that it has, as the language writes it. */
export function formatNumber(value: number, labels: Labels): string {
  const [whole, decimals] = String(value).split('.');
  return formatGroups(whole!, labels) + (decimals === undefined ? '' : labels.decimalSeparator + decimals);
}

/** A date `2026-11-25` as `25 November 2026`; what is no such date stays as it is. */
export function formatDate(date: string, { months }: Labels): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date.trim()) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

function formatGroups(digits: string, { groupSeparator }: Labels): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, groupSeparator);
}
