import type { Independence, LeftOut, UnitKind } from './model';

/** The words of an agreement report. */
interface AgreementLabels {
  readonly title: (coders: string) => string;
  readonly and: string;
  readonly wholeStudy: string;
  readonly methods: string;
  readonly methodsOther: string;
  readonly onUnits: Readonly<Record<UnitKind, string>>;
  readonly perCode: string;
  readonly worstFirst: string;
  readonly code: string;
  readonly both: string;
  readonly only: (coder: string) => string;
  readonly neither: string;
  readonly percent: string;
  readonly positive: string;
  readonly interval: string;
  readonly alpha: string;
  readonly undefined: string;
  readonly undefinedExplained: string;
  readonly neverAgreed: (codes: string) => string;
  readonly uncertainDraws: (codes: string, draws: string) => string;
  readonly thresholds: string;
  readonly landisKoch: string;
  readonly landisKochBands: readonly [string, string, string, string, string, string];
  readonly onCharacters: string;
  readonly onSpans: (overlap: string) => string;
  readonly matched: string;
  readonly allCoders: string;
  readonly markedBy: (coders: number) => string;
  readonly rounds: string;
  readonly roundsExplained: string;
  readonly roundTitle: (round: string, units: string) => string;
  readonly noRound: string;
  readonly scores: string;
  readonly scoresExplained: (scored: string, alpha: string) => string;
  readonly scorers: string;
  readonly scored: string;
  readonly linear: string;
  readonly quadratic: string;
  readonly definitions: string;
  readonly definition: (codings: number, coder: string, code: string) => string;
  readonly disagreements: string;
  readonly noDisagreements: string;
  readonly notBy: (coder: string, others: string) => string;
  readonly line: string;
  readonly counted: string;
  readonly conventions: (settings: ConventionSettings) => readonly string[];
  readonly excluded: (turns: string) => string;
  readonly excludedCodings: Readonly<Record<'orphan' | 'ambiguous' | 'not-in-speech', string>>;
  readonly transcripts: string;
  readonly transcript: string;
  readonly units: Readonly<Record<UnitKind, string>>;
  readonly characters: string;
  readonly codedBy: string;
  readonly coded: string;
  readonly independence: Readonly<Record<Independence, string>>;
  readonly afterReview: string;
  readonly leftOut: string;
  readonly leftOutBecause: (reason: LeftOut['reason'], coders: string) => string;
  readonly codebookHash: string;
  readonly noTranscripts: string;
}

interface ConventionSettings {
  readonly unit: UnitKind;
  readonly overlap: string;
  readonly draws: string;
  readonly seed: number;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const english: AgreementLabels = {
  title: (coders) => `Agreement between ${coders}`,
  and: 'and',
  wholeStudy: 'all cases',
  methods: 'For the section on methods',
  methodsOther: 'In Dutch',
  onUnits: { turn: 'On turns of respondents', sentence: 'On sentences of respondents' },
  perCode: 'Agreement by code',
  worstFirst: 'worst first',
  code: 'Code',
  both: 'Both',
  only: (coder) => `Only ${coder}`,
  neither: 'Neither',
  percent: 'Percent agreement',
  positive: 'Positive agreement',
  interval: '95% interval of κ',
  alpha: 'Alpha',
  undefined: 'undefined',
  undefinedExplained:
    'Undefined: one value only. Where nobody used a code, or both gave it everywhere, no disagreement could be expected, and agreement says nothing.',
  neverAgreed: (codes) =>
    `The coders never gave these codes to the same place, whatever the other figures say: ${codes}.`,
  uncertainDraws: (codes, draws) =>
    `Kappa was undefined in some of the ${draws} draws, which are left out of its interval: ${codes}.`,
  thresholds:
    'Krippendorff (2004) relies on alpha from 0.800 and draws tentative conclusions from 0.667; the words for kappa are those of Landis and Koch (1977). Both are conventions, no limits.',
  landisKoch: 'Landis and Koch',
  landisKochBands: ['poor', 'slight', 'fair', 'moderate', 'substantial', 'almost perfect'],
  onCharacters: 'On characters of respondents’ speech',
  onSpans: (overlap) => `Codings matched one to one, from an overlap of ${overlap}`,
  matched: 'Matched',
  allCoders: 'All coders together',
  markedBy: (coders) => `By ${coders}`,
  rounds: 'By round of double coding',
  roundsExplained: 'Kappa, and positive agreement in parentheses; of three and more coders Fleiss’ kappa.',
  roundTitle: (round, units) => `${round} (${units})`,
  noRound: 'Nothing of this round has been coded by these coders yet:',
  scores: 'Scores on the scale',
  scoresExplained: (scored, alpha) =>
    `Two or more scorers scored ${scored} times the same organization on the same domain; the consensus is left out. Krippendorff’s ordinal alpha of all scorers: ${alpha}. Weighted kappa (Cohen 1968) of each two:`,
  scorers: 'Scorers',
  scored: 'Scores',
  linear: 'Linear weights',
  quadratic: 'Quadratic weights',
  definitions: 'Codings under an earlier definition',
  definition: (codings, coder, code) =>
    `${counted(codings, 'coding', 'codings')} of ${coder} with “${code}” ${codings === 1 ? 'was' : 'were'} made when this code was defined in another way.`,
  disagreements: 'Disagreements',
  noDisagreements: 'There are none.',
  notBy: (coder, others) => `${coder}, not ${others}`,
  line: 'line',
  counted: 'How this was counted',
  conventions: ({ unit, overlap, draws, seed }) => [
    unit === 'turn'
      ? 'Unit: a turn of a respondent in which something was said.'
      : 'Unit: a sentence of a respondent’s turn.',
    'A coder marks a unit with a code where a coding of theirs with that code overlaps it. What a coder did not code counts as not having the code, so coders can agree on that too (neither).',
    'Each code is compared by itself; sub-codes are apart from the codes above them. Codes that were merged count as the code that took them over.',
    'Percent agreement: (both + neither) / units. Positive agreement: 2 both / (2 both + only one + only the other) (Cicchetti and Feinstein 1990).',
    'Kappa is Cohen’s (1960), with the agreement expected from each coder’s own distribution, not from a common one as in Scott’s pi. Alpha is Krippendorff’s nominal alpha (2004), with its correction for small samples.',
    `The interval of kappa is a percentile bootstrap over units (Efron 1979; quantiles as R’s type 7): ${draws} draws, seed ${seed}. It takes units for independent of one another, and cannot show how uncertain full agreement is. Published standard errors of kappa (Cohen 1960; Fleiss, Cohen and Everitt 1969) give other intervals and are not used.`,
    '|u-alpha is that of Krippendorff, Mathet, Bouvry and Widlöcher (2016), not alpha_u of 1995: each code is a continuum of its own, and overlapping codings of one coder with one code are one.',
    `Codings are matched one to one, as many as can be, where the characters that both hold are at least ${overlap} of those that either holds. F1: 2 matched / (2 matched + only one + only the other).`,
  ],
  excluded: (turns) => `Interviewers’ turns are left out: ${turns}.`,
  excludedCodings: {
    orphan: 'Codings whose words are no longer in the transcript, left out:',
    ambiguous: 'Codings whose place is no longer certain, left out:',
    'not-in-speech': 'Codings of nothing that a respondent said, left out:',
  },
  transcripts: 'Interviews compared',
  transcript: 'Interview',
  units: { turn: 'Turns', sentence: 'Sentences' },
  characters: 'Characters',
  codedBy: 'Coded by',
  coded: 'Independence',
  independence: {
    blind: 'blind',
    'after-review': 'changed after review',
    'others-seen': 'others’ codings seen',
    'not-known': 'not recorded',
  },
  afterReview: 'Agreement after review is not reliability.',
  leftOut: 'Interviews left out',
  leftOutBecause: (reason, coders) =>
    reason === 'not-coded'
      ? `not coded by ${coders}`
      : reason === 'unreadable'
        ? 'the transcript is missing or cannot be read'
        : 'you are still coding it without seeing what others coded',
  codebookHash: 'SHA-256 of codebook.yaml:',
  noTranscripts: 'No interview has been coded by these coders together yet, so there is nothing to compare.',
};

const dutch: AgreementLabels = {
  title: (coders) => `Overeenstemming tussen ${coders}`,
  and: 'en',
  wholeStudy: 'alle casussen',
  methods: 'Voor de paragraaf over methoden',
  methodsOther: 'In het Engels',
  onUnits: { turn: 'Op beurten van respondenten', sentence: 'Op zinnen van respondenten' },
  perCode: 'Overeenstemming per code',
  worstFirst: 'de slechtste eerst',
  code: 'Code',
  both: 'Beiden',
  only: (coder) => `Alleen ${coder}`,
  neither: 'Geen van beiden',
  percent: 'Procentuele overeenstemming',
  positive: 'Positieve overeenstemming',
  interval: '95%-interval van κ',
  alpha: 'Alfa',
  undefined: 'niet gedefinieerd',
  undefinedExplained:
    'Niet gedefinieerd: één waarde. Waar niemand een code gebruikte, of beiden hem overal gaven, was geen verschil te verwachten en zegt overeenstemming niets.',
  neverAgreed: (codes) =>
    `Deze codes gaven de codeurs nooit op dezelfde plaats, wat de andere cijfers ook zeggen: ${codes}.`,
  uncertainDraws: (codes, draws) =>
    `Kappa was niet gedefinieerd in een deel van de ${draws} trekkingen; die tellen niet mee in het interval: ${codes}.`,
  thresholds:
    'Krippendorff (2004) vertrouwt op alfa vanaf 0,800 en trekt voorlopige conclusies vanaf 0,667; de woorden bij kappa zijn die van Landis en Koch (1977). Beide zijn afspraken, geen grenzen.',
  landisKoch: 'Landis en Koch',
  landisKochBands: ['slecht', 'gering', 'matig', 'redelijk', 'voldoende tot goed', 'bijna perfect'],
  onCharacters: 'Op tekens van wat respondenten zeiden',
  onSpans: (overlap) => `Coderingen één op één gekoppeld, vanaf een overlap van ${overlap}`,
  matched: 'Gekoppeld',
  allCoders: 'Alle codeurs samen',
  markedBy: (coders) => `Door ${coders}`,
  rounds: 'Per ronde van dubbel coderen',
  roundsExplained:
    'Kappa, met tussen haakjes de positieve overeenstemming; bij drie of meer codeurs Fleiss’ kappa.',
  roundTitle: (round, units) => `${round} (${units})`,
  noRound: 'Van deze ronde hebben deze codeurs nog niets gecodeerd:',
  scores: 'Scores op de schaal',
  scoresExplained: (scored, alpha) =>
    `Twee of meer beoordelaars gaven ${scored} keer dezelfde organisatie een score op hetzelfde domein; de consensus telt niet mee. Krippendorffs ordinale alfa van alle beoordelaars: ${alpha}. Gewogen kappa (Cohen 1968) van elk tweetal:`,
  scorers: 'Beoordelaars',
  scored: 'Scores',
  linear: 'Lineaire gewichten',
  quadratic: 'Kwadratische gewichten',
  definitions: 'Coderingen volgens een eerdere definitie',
  definition: (codings, coder, code) =>
    `${counted(codings, 'codering', 'coderingen')} van ${coder} met “${code}” ${codings === 1 ? 'is' : 'zijn'} gemaakt toen deze code anders was gedefinieerd.`,
  disagreements: 'Verschillen',
  noDisagreements: 'Die zijn er niet.',
  notBy: (coder, others) => `${coder}, niet ${others}`,
  line: 'regel',
  counted: 'Hoe er is geteld',
  conventions: ({ unit, overlap, draws, seed }) => [
    unit === 'turn'
      ? 'Eenheid: een beurt van een respondent waarin iets is gezegd.'
      : 'Eenheid: een zin uit een beurt van een respondent.',
    'Een codeur geeft een eenheid een code waar een eigen codering met die code ermee overlapt. Wat een codeur niet codeerde telt als het ontbreken van de code; ook daarover kunnen codeurs het eens zijn (geen van beiden).',
    'Elke code wordt op zichzelf vergeleken; subcodes staan los van de codes erboven. Samengevoegde codes tellen als de code die ze heeft overgenomen.',
    'Procentuele overeenstemming: (beiden + geen van beiden) / eenheden. Positieve overeenstemming: 2 beiden / (2 beiden + alleen de een + alleen de ander) (Cicchetti en Feinstein 1990).',
    'Kappa is die van Cohen (1960), met de overeenstemming die de eigen verdeling van elke codeur doet verwachten, niet een gezamenlijke zoals bij Scotts pi. Alfa is Krippendorffs nominale alfa (2004), met de correctie voor kleine steekproeven.',
    `Het interval van kappa is een bootstrap over eenheden volgens de percentielmethode (Efron 1979; kwantielen als R’s type 7): ${draws} trekkingen, startgetal ${seed}. Eenheden gelden daarbij als onafhankelijk van elkaar, en hoe onzeker volledige overeenstemming is laat het niet zien. Gepubliceerde standaardfouten van kappa (Cohen 1960; Fleiss, Cohen en Everitt 1969) geven andere intervallen en zijn niet gebruikt.`,
    '|u-alfa is die van Krippendorff, Mathet, Bouvry en Widlöcher (2016), niet alfa_u uit 1995: elke code is een eigen continuüm, en overlappende coderingen van één codeur met één code zijn er één.',
    `Coderingen worden één op één gekoppeld, zo veel als kan, waar de tekens die beide bevatten minstens ${overlap} zijn van die in een van beide. F1: 2 gekoppeld / (2 gekoppeld + alleen de een + alleen de ander).`,
  ],
  excluded: (turns) => `De beurten van interviewers tellen niet mee: ${turns}.`,
  excludedCodings: {
    orphan: 'Coderingen waarvan de woorden niet meer in het transcript staan, niet meegeteld:',
    ambiguous: 'Coderingen waarvan de plaats niet meer zeker is, niet meegeteld:',
    'not-in-speech': 'Coderingen van niets dat een respondent zei, niet meegeteld:',
  },
  transcripts: 'Vergeleken interviews',
  transcript: 'Interview',
  units: { turn: 'Beurten', sentence: 'Zinnen' },
  characters: 'Tekens',
  codedBy: 'Gecodeerd door',
  coded: 'Onafhankelijkheid',
  independence: {
    blind: 'blind',
    'after-review': 'gewijzigd na beoordeling',
    'others-seen': 'coderingen van anderen gezien',
    'not-known': 'niet vastgelegd',
  },
  afterReview: 'Overeenstemming na beoordeling is geen betrouwbaarheid.',
  leftOut: 'Weggelaten interviews',
  leftOutBecause: (reason, coders) =>
    reason === 'not-coded'
      ? `niet gecodeerd door ${coders}`
      : reason === 'unreadable'
        ? 'het transcript ontbreekt of is niet te lezen'
        : 'u codeert het nog zonder te zien wat anderen codeerden',
  codebookHash: 'SHA-256 van codebook.yaml:',
  noTranscripts:
    'Deze codeurs hebben samen nog geen enkel interview gecodeerd, dus er is niets te vergelijken.',
};

/** The words of an agreement report in a language. */
export function agreementLabels(language: 'en' | 'nl'): AgreementLabels {
  return language === 'nl' ? dutch : english;
}

/** What Landis and Koch (1977) call a kappa. */
export function landisKoch(kappa: number, { landisKochBands }: AgreementLabels): string {
  const [poor, ...bands] = landisKochBands;
  if (kappa < 0) return poor;
  return bands[Math.min(bands.length - 1, Math.max(0, Math.ceil(kappa * 5 - 1e-9) - 1))]!;
}
