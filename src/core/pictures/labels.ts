/** The words of pictures that a summary does not have. */
export interface PictureLabels {
  readonly titles: {
    readonly codes: string;
    readonly balance: string;
    readonly maturity: string;
    readonly together: string;
    readonly codeLine: (transcript: string) => string;
    readonly saturation: string;
  };
  readonly codesExplained: (codings: number, interviews: number) => string;
  readonly unused: (codes: number) => string;
  readonly anySpeaker: string;
  readonly lostCounted: (codings: number) => string;
  readonly lostLeftOut: (codings: number) => string;
  readonly hinders: string;
  readonly helps: string;
  readonly neither: string;
  readonly domain: string;
  readonly balanceExplained: (codings: number) => string;
  readonly withoutDomain: (codings: number) => string;
  readonly noScale: string;
  readonly noOrganizations: string;
  readonly settledScore: string;
  readonly openScore: string;
  readonly maturityExplained: string;
  readonly togetherExplained: string;
  readonly mostTogether: (shown: number, all: number) => string;
  readonly aloneLeftOut: (codes: number) => string;
  readonly noneTogether: string;
  readonly otherCode: string;
  readonly both: string;
  readonly ofCode: string;
  readonly ofOtherCode: string;
  readonly codeLineExplained: (codings: number, words: number) => string;
  readonly questionsExplained: string;
  readonly questions: string;
  readonly noTranscript: string;
  readonly nothingPlaced: string;
  readonly from: string;
  readonly to: string;
  readonly time: string;
  readonly coder: string;
  readonly consensus: string;
  readonly inWords: string;
  readonly saturationExplained: (interviews: number) => string;
  readonly uncodedLeftOut: (interviews: number) => string;
  readonly order: string;
  readonly firstCoded: string;
  readonly newCodes: string;
  readonly codesSoFar: string;
  readonly namesOfNew: string;
}

/** `1 coding`, `2 codings`. */
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const english: PictureLabels = {
  titles: {
    codes: 'Codes by organization and role',
    balance: 'What hinders and what helps, by domain',
    maturity: 'Maturity of the organizations',
    together: 'Codes that occur together',
    codeLine: (transcript) => `Code line of ${transcript}`,
    saturation: 'New codes per interview, in the order of coding',
  },
  codesExplained: (codings, interviews) =>
    `How many codings each code has, first by organization, then by role; an empty cell has none. In all ${counted(codings, 'coding', 'codings')} in ${counted(interviews, 'interview', 'interviews')}. Sub-codes are counted in rows of their own, not in that of the code above them.`,
  unused: (codes) =>
    `${counted(codes, 'code of the codebook without codings is', 'codes of the codebook without codings are')} left out.`,
  anySpeaker: 'Passages in interviewers’ questions count where coders tagged them.',
  lostCounted: (codings) =>
    `${counted(codings, 'coding that has no certain place in its transcript any more counts', 'codings that have no certain place in their transcript any more count')} as well.`,
  lostLeftOut: (codings) =>
    `${counted(codings, 'coding that has no certain place in its transcript any more is', 'codings that have no certain place in their transcript any more are')} left out.`,
  hinders: 'Hinders',
  helps: 'Helps',
  neither: 'Neither',
  domain: 'Domain',
  balanceExplained: (codings) =>
    `Codings whose code bears on the domain, by what the codebook says of the code: that it hinders, that it helps, or neither. A coding counts in each domain that its code bears on. In all ${counted(codings, 'coding bears', 'codings bear')} on a domain.`,
  withoutDomain: (codings) =>
    `${counted(codings, 'coding has a code that bears', 'codings have a code that bears')} on no domain.`,
  noScale: 'The study has no maturity scale.',
  noOrganizations: 'There are no organizations yet.',
  settledScore: 'Consensus',
  openScore: 'No consensus',
  maturityExplained:
    'The consensus where there is one. A striped bar has none: it has the figure of the one scorer or, where scorers differ, reaches to the highest figure that they gave.',
  togetherExplained:
    'How many stretches of text carry both codes. A stretch of a code is a passage with that code, joined with those of the same code that overlap it, so that what two coders tagged alike counts once. Two codes occur together where a stretch of the one and a stretch of the other share at least one character. Between brackets: all stretches of the code. Sub-codes are codes of their own.',
  mostTogether: (shown, all) =>
    `Shown are the ${shown} codes that most often occur together, of ${all} that do; the table has all.`,
  aloneLeftOut: (codes) =>
    `${counted(codes, 'code that occurs with no other is', 'codes that occur with no other are')} left out.`,
  noneTogether: 'No two codes occur together.',
  otherCode: 'Other code',
  both: 'Stretches with both',
  ofCode: 'Stretches of the code',
  ofOtherCode: 'Stretches of the other code',
  codeLineExplained: (codings, words) =>
    `Each mark is a coding, from its first to its last word: ${counted(codings, 'coding', 'codings')} in ${counted(words, 'word', 'words')}. Words are counted from the start of the transcript, whoever says them.`,
  questionsExplained: 'The top row shows where interviewers speak.',
  questions: 'Interviewer',
  noTranscript: 'The transcript is missing or cannot be read.',
  nothingPlaced: 'Nothing has been coded in this interview yet.',
  from: 'From word',
  to: 'To word',
  time: 'Time',
  coder: 'Coder',
  consensus: 'consensus',
  inWords: 'words',
  saturationExplained: (interviews) =>
    `Bars: codes in the interview that no interview before it has. Line: different codes so far. The ${counted(interviews, 'coded interview stands', 'coded interviews stand')} in the order of first coding, that is, of the earliest time at which a coding that is still there was made. Sub-codes are codes of their own.`,
  uncodedLeftOut: (interviews) =>
    `${counted(interviews, 'interview without codings is', 'interviews without codings are')} left out.`,
  order: 'Order',
  firstCoded: 'First coded',
  newCodes: 'New codes',
  codesSoFar: 'Codes so far',
  namesOfNew: 'Which are new',
};

const dutch: PictureLabels = {
  titles: {
    codes: 'Codes naar organisatie en rol',
    balance: 'Wat belemmert en wat helpt, per domein',
    maturity: 'Volwassenheid van de organisaties',
    together: 'Codes die samen voorkomen',
    codeLine: (transcript) => `Codelijn van ${transcript}`,
    saturation: 'Nieuwe codes per interview, op volgorde van coderen',
  },
  codesExplained: (codings, interviews) =>
    `Hoeveel coderingen elke code heeft, eerst per organisatie, dan per rol; een leeg vak heeft er geen. In totaal ${counted(codings, 'codering', 'coderingen')} in ${counted(interviews, 'interview', 'interviews')}. Subcodes zijn geteld in een eigen rij, niet in die van de code erboven.`,
  unused: (codes) =>
    `${counted(codes, 'code van het codeboek zonder coderingen is', 'codes van het codeboek zonder coderingen zijn')} weggelaten.`,
  anySpeaker: 'Passages in vragen van interviewers tellen mee waar codeurs ze hebben gecodeerd.',
  lostCounted: (codings) =>
    `${counted(codings, 'codering die geen zekere plaats meer heeft in het transcript, telt', 'coderingen die geen zekere plaats meer hebben in het transcript, tellen')} ook mee.`,
  lostLeftOut: (codings) =>
    `${counted(codings, 'codering die geen zekere plaats meer heeft in het transcript, is', 'coderingen die geen zekere plaats meer hebben in het transcript, zijn')} weggelaten.`,
  hinders: 'Belemmert',
  helps: 'Helpt',
  neither: 'Geen van beide',
  domain: 'Domein',
  balanceExplained: (codings) =>
    `Coderingen waarvan de code over het domein gaat, naar wat het codeboek van de code zegt: dat die belemmert, helpt, of geen van beide. Een codering telt mee in elk domein waarover de code gaat. In totaal ${counted(codings, 'codering gaat', 'coderingen gaan')} over een domein.`,
  withoutDomain: (codings) =>
    `${counted(codings, 'codering heeft een code die over geen domein gaat', 'coderingen hebben een code die over geen domein gaat')}.`,
  noScale: 'De studie heeft geen volwassenheidsschaal.',
  noOrganizations: 'Er zijn nog geen organisaties.',
  settledScore: 'Consensus',
  openScore: 'Geen consensus',
  maturityExplained:
    'De consensus waar die er is. Een gestreepte balk is zonder consensus: die heeft het cijfer van de ene beoordelaar of, waar beoordelaars verschillen, loopt tot het hoogste cijfer dat zij gaven.',
  togetherExplained:
    'Hoeveel stukken tekst beide codes hebben. Een stuk van een code is een passage met die code, samengenomen met passages van dezelfde code die ermee overlappen, zodat wat twee codeurs gelijk codeerden één keer telt. Twee codes komen samen voor waar een stuk van de ene en een stuk van de andere minstens één teken delen. Tussen haakjes: alle stukken van de code. Subcodes zijn codes op zichzelf.',
  mostTogether: (shown, all) =>
    `Getekend zijn de ${shown} codes die het vaakst samen voorkomen, van de ${all}; de tabel heeft ze alle.`,
  aloneLeftOut: (codes) =>
    `${counted(codes, 'code die met geen andere voorkomt, is', 'codes die met geen andere voorkomen, zijn')} weggelaten.`,
  noneTogether: 'Er zijn geen twee codes die samen voorkomen.',
  otherCode: 'Andere code',
  both: 'Stukken met beide',
  ofCode: 'Stukken van de code',
  ofOtherCode: 'Stukken van de andere code',
  codeLineExplained: (codings, words) =>
    `Elk teken is een codering, van het eerste tot het laatste woord: ${counted(codings, 'codering', 'coderingen')} in ${counted(words, 'woord', 'woorden')}. Woorden zijn geteld vanaf het begin van het transcript, wie ze ook zegt.`,
  questionsExplained: 'De bovenste rij toont waar interviewers spreken.',
  questions: 'Interviewer',
  noTranscript: 'Het transcript ontbreekt of is onleesbaar.',
  nothingPlaced: 'In dit interview is nog niets gecodeerd.',
  from: 'Van woord',
  to: 'Tot en met woord',
  time: 'Tijd',
  coder: 'Codeur',
  consensus: 'consensus',
  inWords: 'woorden',
  saturationExplained: (interviews) =>
    `Balken: codes in het interview die geen eerder interview heeft. Lijn: verschillende codes tot dan toe. ${interviews === 1 ? 'Het ene gecodeerde interview staat' : `De ${interviews} gecodeerde interviews staan`} op volgorde van eerste codering, dat wil zeggen het vroegste tijdstip waarop een codering die er nog staat, is gemaakt. Subcodes zijn codes op zichzelf.`,
  uncodedLeftOut: (interviews) =>
    `${counted(interviews, 'interview zonder coderingen is', 'interviews zonder coderingen zijn')} weggelaten.`,
  order: 'Volgorde',
  firstCoded: 'Eerst gecodeerd',
  newCodes: 'Nieuwe codes',
  codesSoFar: 'Codes tot dan toe',
  namesOfNew: 'Welke nieuw zijn',
};

/** The words in a language. */
export function pictureLabels(language: 'en' | 'nl'): PictureLabels {
  return language === 'nl' ? dutch : english;
}
