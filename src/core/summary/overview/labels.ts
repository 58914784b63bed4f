/** The words of the report over all cases that the report of a case does not have. */
export interface OverviewLabels {
  readonly title: string;
  readonly case: string;
  readonly cases: string;
  readonly numbers: string;
  readonly scores: string;
  readonly recurring: string;
  readonly hinders: string;
  readonly helps: string;
  readonly topic: (name: string) => string;
  readonly unknown: string;
  /** How many themes are in all cases, in several, and in one. */
  readonly recurrence: (all: number, several: number, one: number, cases: number) => string;
  readonly explained: string;
  readonly madeFrom: (files: number) => string;
}

const english: OverviewLabels = {
  title: 'All cases',
  case: 'Case',
  cases: 'Cases',
  numbers: 'The cases in numbers',
  scores: 'Maturity of all organizations',
  recurring: 'What recurs across cases',
  hinders: 'What hinders across cases',
  helps: 'What helps across cases',
  topic: (name) => `${name} across cases`,
  unknown: 'Codes that are not in the codebook',
  recurrence: (all, several, one, cases) =>
    `Of ${all + several + one} themes, ${all} ${all === 1 ? 'is' : 'are'} in all ${cases} cases, ${several} in several, and ${one} in one.`,
  explained:
    'In each of the following tables, what was found in most cases stands first, then what at most organizations, then what most respondents speak of. The columns of the cases are numbers of codings. Below stands a quote from each case on the themes that are in several.',
  madeFrom: (files) => `SHA-256 over the hashes of the cases, made from ${files} files:`,
};

const dutch: OverviewLabels = {
  title: 'Alle casussen',
  case: 'Casus',
  cases: 'Casussen',
  numbers: 'De casussen in cijfers',
  scores: 'Volwassenheid van alle organisaties',
  recurring: 'Wat over de casussen heen terugkomt',
  hinders: 'Wat belemmert, over de casussen heen',
  helps: 'Wat bevordert, over de casussen heen',
  topic: (name) => `${name}, over de casussen heen`,
  unknown: 'Codes die niet in het codeboek staan',
  recurrence: (all, several, one, cases) =>
    `Van ${all + several + one} thema’s ${all === 1 ? 'komt' : 'komen'} er ${all} in alle ${cases} casussen voor, ${several} in meer dan één en ${one} in één.`,
  explained:
    'In elk van de volgende tabellen staat voorop wat in de meeste casussen is gevonden, dan wat bij de meeste organisaties, dan waar de meeste respondenten over spreken. De kolommen van de casussen zijn aantallen coderingen. Daaronder staat een citaat uit elke casus bij de thema’s die in meer dan één voorkomen.',
  madeFrom: (files) => `SHA-256 over de hashes van de casussen, gemaakt van ${files} bestanden:`,
};

/** The words in a language. */
export function overviewLabels(language: 'en' | 'nl'): OverviewLabels {
  return language === 'nl' ? dutch : english;
}
