import type { Polarity } from '../../codebook/codebook';

/** The words of a codebook that are not the researcher's own. */
export interface CodebookLabels {
  readonly codebook: string;
  readonly noTitle: string;
  readonly noCodes: string;
  readonly explained: (codes: number) => string;
  readonly retired: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly terms: string;
  readonly not: string;
  readonly domains: string;
  readonly polarity: string;
  readonly polarities: Readonly<Record<Polarity, string>>;
  readonly was: string;
}

const english: CodebookLabels = {
  codebook: 'Codebook',
  noTitle: 'Study without a title',
  noCodes: 'The codebook has no codes yet.',
  explained: (codes) =>
    `${codes} ${codes === 1 ? 'code' : 'codes'}. A code below another one is a more precise form of it.`,
  retired: 'no longer given',
  definition: 'Definition',
  include: 'Include',
  exclude: 'Exclude',
  example: 'Example',
  terms: 'Words searched for',
  not: 'Not in',
  domains: 'Evidence for',
  polarity: 'Marks what',
  polarities: { hinders: 'hinders', helps: 'helps' },
  was: 'Took over from',
};

const dutch: CodebookLabels = {
  codebook: 'Codeboek',
  noTitle: 'Studie zonder titel',
  noCodes: 'Het codeboek heeft nog geen codes.',
  explained: (codes) =>
    `${codes} ${codes === 1 ? 'code' : 'codes'}. Een code onder een andere is daar een preciezere vorm van.`,
  retired: 'wordt niet meer gegeven',
  definition: 'Definitie',
  include: 'Wel',
  exclude: 'Niet',
  example: 'Voorbeeld',
  terms: 'Woorden waarop is gezocht',
  not: 'Niet in',
  domains: 'Bewijs voor',
  polarity: 'Markeert wat',
  polarities: { hinders: 'belemmert', helps: 'helpt' },
  was: 'Overgenomen van',
};

/** The words in a language. */
export function codebookLabels(language: 'en' | 'nl'): CodebookLabels {
  return language === 'nl' ? dutch : english;
}
