/** The sections of a case's report that have a title of their own. */
export type SectionId =
  | 'context'
  | 'phase'
  | 'reasons'
  | 'preconditions'
  | 'interviews'
  | 'changes'
  | 'effects'
  | 'hinders'
  | 'helps'
  | 'balance'
  | 'roles'
  | 'organizations'
  | 'codes'
  | 'agreement'
  | 'maturity'
  | 'costs'
  | 'wishes'
  | 'lessons'
  | 'summary'
  | 'notFound';

/** The words of a case's report that tell what was said. */
export interface SectionLabels {
  readonly titles: Readonly<Record<SectionId, string>>;
  readonly interviewed: (interviews: number, respondents: number, organizations: number) => string;
  readonly between: (first: string, last: string) => string;
  readonly theme: string;
  readonly organizations: string;
  readonly domain: string;
  readonly inGeneral: string;
  readonly nothingHinders: string;
  readonly nothingHelps: string;
  readonly saidBy: (codings: string, respondents: string, organizations: string) => string;
  readonly ofAll: (some: number, all: number) => string;
  readonly bestQuotes: (most: number) => string;
  readonly alsoHinders: string;
  readonly alsoHelps: string;
  readonly neither: string;
  readonly leanExplained: string;
  readonly hinders: string;
  readonly helps: string;
  readonly rolesExplained: string;
  readonly codingsByRole: string;
  readonly evidence: string;
  readonly notCodedYet: string;
  readonly nothingMissing: string;
  readonly lost: string;
  readonly sources: string;
  readonly sourcesExplained: string;
  readonly starred: string;
  readonly quotes: string;
  readonly quote: string;
  readonly transcript: string;
  readonly lineTitle: string;
  readonly coder: string;
  readonly memo: string;
  readonly reviews: string;
  readonly place: string;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const english: SectionLabels = {
  titles: {
    context: 'Context',
    phase: 'Phase of implementation',
    reasons: 'Reasons',
    preconditions: 'Preconditions',
    interviews: 'Interviews and respondents',
    changes: 'Changes',
    effects: 'Effects',
    hinders: 'What hinders',
    helps: 'What helps',
    balance: 'What hinders against what helps, by domain',
    roles: 'By stakeholder',
    organizations: 'What the organizations share and where they differ',
    codes: 'Codes in numbers',
    agreement: 'Agreement between coders',
    maturity: 'Maturity',
    costs: 'Costs and benefits',
    wishes: 'Wishes',
    lessons: 'Lessons from elsewhere',
    summary: 'Summary',
    notFound: 'What was not found',
  },
  interviewed: (interviews, respondents, organizations) =>
    `${counted(interviews, 'interview', 'interviews')} with ${counted(respondents, 'respondent', 'respondents')}${organizations === 0 ? '' : ` at ${counted(organizations, 'organization', 'organizations')}`}`,
  between: (first, last) => (first === last ? `on ${first}` : `between ${first} and ${last}`),
  theme: 'Theme',
  organizations: 'Organizations',
  domain: 'Domain',
  inGeneral: 'in general',
  nothingHinders: 'No coding in this case has a code that hinders.',
  nothingHelps: 'No coding in this case has a code that helps.',
  saidBy: (codings, respondents, organizations) =>
    `${codings}; ${respondents} respondents, ${organizations} organizations.`,
  ofAll: (some, all) => `${some} of ${all}`,
  bestQuotes: (most) =>
    `With each theme stand the quotes that a researcher chose (★), otherwise at most ${most}, from as many respondents as there are. The number leads to the source of each quote, where all quotes stand.`,
  alsoHinders: 'Hinders',
  alsoHelps: 'Helps',
  neither: 'Neither',
  leanExplained:
    'A coding hinders or helps where it overlaps one with a code that does; it can do both. Sub-codes count by themselves.',
  hinders: 'Hinders:',
  helps: 'Helps:',
  rolesExplained: 'Codings of each role; what was mentioned most comes first.',
  codingsByRole: 'Codings by role',
  evidence: 'Evidence:',
  notCodedYet: 'Interviews without codings:',
  nothingMissing:
    'Every code of the codebook has quotes in this case, every interview is coded, and every domain has evidence.',
  lost: 'Quotes that no longer have a place in their transcript:',
  sources: 'Sources: all quotes by code',
  sourcesExplained:
    'Of each quote: who said it, the transcript with line and time, who coded it, and what reviewers said.',
  starred: '★',
  quotes: 'Quotes',
  quote: 'Quote',
  transcript: 'Transcript',
  lineTitle: 'Line',
  coder: 'Coder',
  memo: 'Memo',
  reviews: 'Review',
  place: 'Place',
};

const dutch: SectionLabels = {
  titles: {
    context: 'Context',
    phase: 'Fase van implementatie',
    reasons: 'Redenen',
    preconditions: 'Randvoorwaarden',
    interviews: 'Interviews en respondenten',
    changes: 'Veranderingen',
    effects: 'Effecten',
    hinders: 'Wat belemmert',
    helps: 'Wat bevordert',
    balance: 'Wat belemmert tegenover wat bevordert, per domein',
    roles: 'Per stakeholder',
    organizations: 'Overeenkomsten en verschillen tussen de organisaties',
    codes: 'Codes in cijfers',
    agreement: 'Overeenstemming tussen codeurs',
    maturity: 'Volwassenheid',
    costs: 'Kosten en baten',
    wishes: 'Wensen',
    lessons: 'Lessen van elders',
    summary: 'Samenvatting',
    notFound: 'Wat niet is gevonden',
  },
  interviewed: (interviews, respondents, organizations) =>
    `${counted(interviews, 'interview', 'interviews')} met ${counted(respondents, 'respondent', 'respondenten')}${organizations === 0 ? '' : ` bij ${counted(organizations, 'organisatie', 'organisaties')}`}`,
  between: (first, last) => (first === last ? `op ${first}` : `tussen ${first} en ${last}`),
  theme: 'Thema',
  organizations: 'Organisaties',
  domain: 'Domein',
  inGeneral: 'algemeen',
  nothingHinders: 'Geen codering in deze casus heeft een code die belemmert.',
  nothingHelps: 'Geen codering in deze casus heeft een code die bevordert.',
  saidBy: (codings, respondents, organizations) =>
    `${codings}; ${respondents} respondenten, ${organizations} organisaties.`,
  ofAll: (some, all) => `${some} van ${all}`,
  bestQuotes: (most) =>
    `Bij elk thema staan de citaten die een onderzoeker koos (★), anders ten hoogste ${most}, van zoveel mogelijk verschillende respondenten. Het nummer leidt naar de bron van het citaat, waar alle citaten staan.`,
  alsoHinders: 'Belemmert',
  alsoHelps: 'Bevordert',
  neither: 'Geen van beide',
  leanExplained:
    'Een codering belemmert of bevordert waar ze overlapt met een codering met zo’n code; beide kan ook. Subcodes tellen op zichzelf.',
  hinders: 'Belemmert:',
  helps: 'Bevordert:',
  rolesExplained: 'Coderingen per rol; wat het meest is genoemd staat voorop.',
  codingsByRole: 'Coderingen per rol',
  evidence: 'Onderbouwing:',
  notCodedYet: 'Interviews zonder coderingen:',
  nothingMissing:
    'Elke code van het codeboek heeft citaten in deze casus, elk interview is gecodeerd en elk domein is onderbouwd.',
  lost: 'Citaten die geen plaats meer hebben in hun transcript:',
  sources: 'Bronnen: alle citaten per code',
  sourcesExplained:
    'Van elk citaat: wie het zei, het transcript met regel en tijd, wie het codeerde en wat beoordelaars ervan zeiden.',
  starred: '★',
  quotes: 'Citaten',
  quote: 'Citaat',
  transcript: 'Transcript',
  lineTitle: 'Regel',
  coder: 'Codeur',
  memo: 'Memo',
  reviews: 'Beoordeling',
  place: 'Plaats',
};

const languages = { en: english, nl: dutch };

/** The words in a language. */
export function sectionLabels(language: 'en' | 'nl'): SectionLabels {
  return languages[language];
}

/** The titles of the sections in every language, by which notes are placed. */
export const sectionTitles = { en: english.titles, nl: dutch.titles };
