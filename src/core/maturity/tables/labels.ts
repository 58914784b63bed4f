/** The words of the tables of scores that a summary does not have. */
export interface MaturityLabels {
  readonly overview: string;
  readonly overviewCaption: string;
  readonly case: string;
  readonly domain: string;
  readonly totalOf: (highest: number) => string;
  readonly scoresOf: (caseName: string) => string;
  readonly noOrganizations: string;
}

const english: MaturityLabels = {
  overview: 'Overview',
  overviewCaption: 'Scores of all organizations',
  case: 'Case',
  domain: 'Domain',
  totalOf: (highest) => `Total (of ${highest})`,
  scoresOf: (caseName) => `Scores of ${caseName}`,
  noOrganizations: 'The study has no organizations yet.',
};

const dutch: MaturityLabels = {
  overview: 'Overzicht',
  overviewCaption: 'Scores van alle organisaties',
  case: 'Casus',
  domain: 'Domein',
  totalOf: (highest) => `Totaal (van ${highest})`,
  scoresOf: (caseName) => `Scores van ${caseName}`,
  noOrganizations: 'De studie heeft nog geen organisaties.',
};

/** The words in a language. */
export function maturityLabels(language: 'en' | 'nl'): MaturityLabels {
  return language === 'nl' ? dutch : english;
}
