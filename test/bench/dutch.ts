/** Made-up Dutch interviews: grammar is nonsense, but words, their lengths and their frequencies are plausible. */

import { seeded, shuffled } from '../../src/core/random';
import type { Range } from '../../src/core/text/range';
import { zipf } from './zipf';

const COMMON =
  `de en het van ik te dat die in een hij niet zijn is was op aan met als voor had er maar om hem dan zou of wat
  mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog
  zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder
  ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na reeds wil kon niets uw iemand geweest andere
  echt eigenlijk gewoon wel we wij jullie even goed heel beetje natuurlijk misschien soms vaak steeds één zeg maar
  denk vind weet zie ga gaan komt komen maken maakt gebruiken gebruikt werkt werken loopt lopen blijft blijven
  patiënt cliënt cliënten patiënten bewoner bewoners arts artsen verpleegkundige team afdeling huis thuis dag week
  maand jaar uur tijd moment keer mensen vraag vragen gesprek begin einde kant punt stap stuk deel groep ruimte`.split(
    /\s+/,
  );

const STEMS =
  `zorg kosten beleid video bril sensor telefoon scherm gegevens patiënt cliënt team proces project budget wet regel
  norm toezicht inspectie verzekeraar tarief vergoeding contract inkoop subsidie investering scholing training
  ondersteuning begeleiding behandeling consult afspraak planning rooster dienst wijk huis arts verpleging apotheek
  ziekenhuis instelling organisatie bestuur directie manager adviseur leverancier systeem netwerk server wachtwoord
  toegang koppeling dossier register formulier vragenlijst meting waarde grens signaal alarm hart long bloed druk
  gewicht slaap medicijn dosis risico veiligheid privacy toestemming ethiek onderzoek evaluatie effect kwaliteit
  ervaring tevredenheid wens behoefte verwachting motivatie weerstand drempel belemmering probleem uitdaging kans
  oplossing idee visie plan doel fase pilot opschaling invoering verandering samenwerking overleg vergadering`.split(
    /\s+/,
  );

const PREFIXES = 'aan af be door ge her in ont op over samen uit ver voor mee na om onder bij'.split(' ');
const ENDINGS = '|en|s|je|er|ers|ing|ingen|elijk|elijke|baar|heid|loos|ig|ige'.split('|');
const ACCENTED =
  'financiële coördinatie geïnteresseerd categorieën reëel privé scène ideeën efficiënt café'.split(' ');

const ONSETS =
  'b bl br d dr f fl g gr h j k kl kn kr l m n p pl pr r s sch sl sp st str t tr v vl w wr z zw'.split(' ');
const NUCLEI = 'a aa e ee i ie o oe oo u uu ij ei eu ou ui'.split(' ');
const CODAS = '|k|l|m|n|p|r|s|t|ch|ft|kt|ld|ls|lt|mp|nd|ng|nk|ns|nt|rd|rk|rm|rs|rt|st|f|g|d|b'.split('|');

/** How many different stems there are beside those of the study's field. */
const MADE_STEMS = 4_000;
/** How many compounds of two stems there are. */
const COMPOUNDS = 120_000;

/** The vocabulary, the most frequent word first. */
export const VOCABULARY: readonly string[] = [...new Set([...COMMON, ...contentWords(seeded(1))])];

/** How many of them are function words and the like, which no codebook has. */
export const COMMON_WORDS = new Set(COMMON).size;

function contentWords(random: () => number): string[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const syllable = () => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  const stems = [...STEMS];
  while (stems.length < MADE_STEMS) stems.push(random() < 0.6 ? syllable() : syllable() + syllable());
  const words = [...ACCENTED];
  for (const stem of stems) {
    for (const ending of ENDINGS) {
      words.push(stem + ending);
      if (random() < 0.3) words.push(pick(PREFIXES) + stem + ending);
    }
  }
  for (let made = 0; made < COMPOUNDS; made++) words.push(pick(stems) + pick(stems) + pick(ENDINGS));
  return shuffled(words, random);
}

/** One interview: its text, and the turns of the respondent and the interviewer without their names. */
export interface Interview {
  text: string;
  turns: Range[];
}

/** Interviews of some 60,000 UTF-16 units each, together at least `length`. The same every time. */
export function interviews(length: number): Interview[] {
  const next = interviewMaker(2);
  const made: Interview[] = [];
  for (let total = 0; total < length; total += made.at(-1)!.text.length) made.push(next(60_000));
  return made;
}

/** Makes one interview after the other, each of at least `length` UTF-16 units; the same ones for the same seed. */
export function interviewMaker(seed: number): (length: number) => Interview {
  const random = seeded(seed);
  const drawWord = zipf(VOCABULARY.length, random);
  const sentence = () => {
    let text = '';
    for (let left = 3 + Math.floor(random() * 15); left > 0; left--) {
      const word = VOCABULARY[drawWord()]!;
      text += text === '' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      if (left > 1) text += random() < 0.08 ? ', ' : random() < 0.004 ? ' – ' : ' ';
    }
    const chance = random();
    return text + (chance < 0.85 ? '.' : chance < 0.95 ? '?' : '…');
  };
  return (length) => {
    let text = '';
    const turns: Range[] = [];
    while (text.length < length) {
      text += turns.length % 2 === 0 ? 'I: ' : 'R: ';
      const start = text.length;
      for (let left = 1 + Math.floor(random() * 8); left > 0; left--)
        text += sentence() + (left > 1 ? ' ' : '');
      turns.push({ start, end: text.length });
      text += '\n\n';
    }
    // Out of many small pieces into one, as a text that was read from a file is.
    return { text: Buffer.from(text, 'utf16le').toString('utf16le'), turns };
  };
}
