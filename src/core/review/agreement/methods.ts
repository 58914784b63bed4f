import type { Independence, NamedCode, UnitAgreement, UnitKind } from './model';
import { type NumberFormat, numbersIn } from './numbers';

/** What a paragraph of methods tells of two coders or more. */
interface Facts {
  readonly coders: readonly string[];
  /** True where one coder coded twice: names such as `anna` and `anna@2`. */
  readonly sameCoder: boolean;
  readonly unit: UnitKind;
  readonly transcripts: number;
  readonly units: number;
  readonly characters: number;
  readonly codes: number;
  readonly draws: number;
  readonly seed: number;
  readonly iou: number;
  readonly kappa: Spread | null;
  readonly alpha: Spread | null;
  readonly undefinedCodes: number;
  readonly coded: ReadonlyMap<Independence, number>;
}

/** The least, the middle and the highest figure, with the names of the codes that have the least and the highest. */
interface Spread {
  readonly low: number;
  readonly lowCode: string;
  readonly middle: number;
  readonly high: number;
  readonly highCode: string;
  readonly codes: number;
}

/** A paragraph for the section on methods of a paper, a sentence each, with the figures of a report filled in. */
export function methodsText(report: UnitAgreement, language: 'en' | 'nl'): string {
  const numbers = numbersIn(language);
  const facts = factsOf(report);
  return (language === 'nl' ? dutch(facts, numbers) : english(facts, numbers)).filter(Boolean).join(' ');
}

function factsOf(report: UnitAgreement): Facts {
  const { coders, unit, iou, bootstrap, group, transcripts } = report;
  const pair = report.pairs[0]!;
  const complete = transcripts.filter((one) => one.coders.length === coders.length);
  const codes = group ?? pair.codes;
  const kappas = group
    ? group.map(({ path, fleissKappa }) => ({ path, value: fleissKappa }))
    : pair.codes.map(({ path, kappa }) => ({ path, value: kappa }));
  const coded = new Map<Independence, number>();
  for (const one of complete) coded.set(one.coded, (coded.get(one.coded) ?? 0) + 1);
  return {
    coders,
    sameCoder: new Set(coders.map((coder) => coder.split('@')[0])).size === 1,
    unit,
    transcripts: complete.length,
    units: report.units,
    characters: complete.reduce((sum, { characters }) => sum + characters, 0),
    codes: codes.length,
    ...bootstrap,
    iou,
    kappa: spreadOf(kappas),
    alpha: spreadOf(codes.map(({ path, alpha }) => ({ path, value: alpha }))),
    undefinedCodes: kappas.filter(({ value }) => value === null).length,
    coded,
  };
}

function spreadOf(figures: readonly { path: NamedCode['path']; value: number | null }[]): Spread | null {
  const defined = figures.flatMap(({ path, value }) => (value === null ? [] : [{ path, value }]));
  if (defined.length === 0) return null;
  const sorted = defined.sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const half = (sorted.length - 1) / 2;
  return {
    low: low.value,
    lowCode: low.path.join(' › '),
    middle: (sorted[Math.floor(half)]!.value + sorted[Math.ceil(half)]!.value) / 2,
    high: high.value,
    highCode: high.path.join(' › '),
    codes: sorted.length,
  };
}

function english(facts: Facts, { count, figure }: NumberFormat): string[] {
  const { coders, unit, transcripts, units, codes, kappa, alpha, undefinedCodes } = facts;
  const isGroup = coders.length > 2;
  const two = (value: number) => figure(value, 2, '');
  const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;
  const unitWords = unit === 'turn' ? ['turn', 'turns'] : ['sentence', 'sentences'];
  const who = facts.sameCoder
    ? `Intra-coder agreement was computed between codings of the same coder at different times (${listed(coders, 'and')})`
    : `Agreement was computed between ${listed(coders, 'and')}`;
  const range = (name: string, spread: Spread | null) => {
    if (!spread) return `${name} is undefined for every code.`;
    if (spread.codes === 1) return `${name} was ${two(spread.low)} (“${spread.lowCode}”).`;
    return `${name} ranged from ${two(spread.low)} (“${spread.lowCode}”) to ${two(spread.high)} (“${spread.highCode}”), with a median of ${two(spread.middle)}.`;
  };
  return [
    `${who} on ${plural(transcripts, 'interview', 'interviews')} that ${isGroup ? 'all' : 'both'} had coded, in ${plural(units, unitWords[0]!, unitWords[1]!)} of respondents (${count(facts.characters)} characters of speech); interviewers’ turns were left out.`,
    `A ${unitWords[0]} counted as coded where a coding overlapped it, and what was not coded counted as not having the code.`,
    isGroup
      ? `For each of ${plural(codes, 'code', 'codes')} we computed Fleiss’ kappa (1971) and Krippendorff’s nominal alpha (2004) for all coders, and Cohen’s kappa (1960) for each pair.`
      : `For each of ${plural(codes, 'code', 'codes')} we computed percent and positive agreement, Cohen’s kappa (1960) with a 95% percentile bootstrap interval over ${unitWords[1]} (${count(facts.draws)} draws, seed ${facts.seed}), and Krippendorff’s nominal alpha (2004); on characters |u-alpha (Krippendorff, Mathet, Bouvry and Widlöcher, 2016), and the F1 of codings matched at an overlap of at least ${two(facts.iou)}.`,
    range(isGroup ? 'Fleiss’ kappa' : 'Kappa', kappa),
    range('Alpha', alpha),
    undefinedCodes > 0
      ? `For ${plural(undefinedCodes, 'code', 'codes')} these are undefined, since no disagreement could be expected (one value only).`
      : '',
    ...codedSentences(facts, (many) => plural(many, 'interview', 'interviews'), {
      blind: (many) => `In ${many} the coders worked without seeing each other’s codings.`,
      'after-review': (many) =>
        `In ${many} codings were changed after coders had seen or reviewed each other’s; agreement there is no measure of reliability.`,
      'others-seen': (many) => `In ${many} a coder had seen the other’s codings before being done.`,
      'not-known': (many) => `Of ${many} it was not recorded whether the coders worked independently.`,
    }),
  ];
}

function dutch(facts: Facts, { count, figure }: NumberFormat): string[] {
  const { coders, unit, transcripts, units, codes, kappa, alpha, undefinedCodes } = facts;
  const isGroup = coders.length > 2;
  const two = (value: number) => figure(value, 2, '');
  const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;
  const unitWords = unit === 'turn' ? ['beurt', 'beurten'] : ['zin', 'zinnen'];
  const who = facts.sameCoder
    ? `De intracodeursovereenstemming is berekend tussen coderingen van dezelfde codeur op verschillende momenten (${listed(coders, 'en')})`
    : `De overeenstemming is berekend tussen ${listed(coders, 'en')}`;
  const range = (name: string, spread: Spread | null) => {
    if (!spread) return `${name} is voor geen enkele code gedefinieerd.`;
    if (spread.codes === 1) return `${name} was ${two(spread.low)} (“${spread.lowCode}”).`;
    return `${name} liep van ${two(spread.low)} (“${spread.lowCode}”) tot ${two(spread.high)} (“${spread.highCode}”), met een mediaan van ${two(spread.middle)}.`;
  };
  return [
    `${who} over ${plural(transcripts, 'interview dat', 'interviews die')} ${isGroup ? 'allen' : 'beiden'} ${transcripts === 1 ? 'had' : 'hadden'} gecodeerd, in ${plural(units, unitWords[0]!, unitWords[1]!)} van respondenten (${count(facts.characters)} tekens spraak); de beurten van interviewers zijn buiten beschouwing gelaten.`,
    `Een ${unitWords[0]} gold als gecodeerd waar een codering ermee overlapte, en wat niet was gecodeerd telde als het ontbreken van de code.`,
    isGroup
      ? `Voor elk van ${plural(codes, 'code', 'codes')} zijn Fleiss’ kappa (1971) en Krippendorffs nominale alfa (2004) berekend voor alle codeurs, en Cohens kappa (1960) voor elk tweetal.`
      : `Voor elk van ${plural(codes, 'code', 'codes')} zijn berekend: de procentuele en de positieve overeenstemming, Cohens kappa (1960) met een 95%-bootstrapinterval (percentielmethode) over ${unitWords[1]} (${count(facts.draws)} trekkingen, startgetal ${facts.seed}) en Krippendorffs nominale alfa (2004); op tekens |u-alfa (Krippendorff, Mathet, Bouvry en Widlöcher, 2016), en de F1 van coderingen die voor minstens ${two(facts.iou)} overlappen.`,
    range(isGroup ? 'Fleiss’ kappa' : 'Kappa', kappa),
    range('Alfa', alpha),
    undefinedCodes > 0
      ? `Voor ${plural(undefinedCodes, 'code', 'codes')} zijn deze niet gedefinieerd, omdat er geen verschil te verwachten was (één waarde).`
      : '',
    ...codedSentences(facts, (many) => plural(many, 'interview', 'interviews'), {
      blind: (many) => `In ${many} werkten de codeurs zonder elkaars coderingen te zien.`,
      'after-review': (many) =>
        `In ${many} zijn coderingen gewijzigd nadat codeurs die van elkaar hadden gezien of beoordeeld; overeenstemming is daar geen maat voor betrouwbaarheid.`,
      'others-seen': (many) =>
        `In ${many} had een codeur de coderingen van de ander gezien voordat het klaar was.`,
      'not-known': (many) => `Van ${many} is niet vastgelegd of de codeurs onafhankelijk werkten.`,
    }),
  ];
}

function codedSentences(
  { coded }: Facts,
  interviews: (many: number) => string,
  sentences: Readonly<Record<Independence, (interviews: string) => string>>,
): string[] {
  return (Object.keys(sentences) as Independence[]).flatMap((one) => {
    const many = coded.get(one);
    return many === undefined ? [] : [sentences[one](interviews(many))];
  });
}

function listed(names: readonly string[], and: string): string {
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}
