/** The row's number in the table of edits, what was edited, and what is expected of the coding. */
export interface Scenario {
  readonly row: string;
  readonly edit: string;
  readonly before: string;
  readonly quote: string;
  /** Which copy of the quote is coded, where it stands more than once. */
  readonly copy?: number;
  readonly after: string;
  /** `anchor: passage`, as it is without any old text. */
  readonly expected: string;
  /** The same where what was coded, or the edit itself, is known; like `expected` unless given. */
  readonly known?: string;
  /** The same where the editor saw the edit happen; like `known` unless given. */
  readonly seen?: string;
}

const interview = [
  'I: Hoe gaat het met beeldbellen bij u in de wijk?',
  'R: Dat gaat goed, maar de verbinding valt vaak weg bij mevrouw Jansen.',
  'I: En wat vindt u van de kosten?',
  'R: Die zijn te hoog voor een kleine organisatie zoals wij. We betalen per cliënt, elke maand weer.',
  'I: Gebruikt u het elke dag?',
  'R: Ja.',
  'I: Ook in het weekend, als er minder mensen zijn?',
  'R: Ja.',
  'I: Dank u wel voor uw tijd.',
  '',
].join('\n');
const quote = 'de verbinding valt vaak weg bij mevrouw Jansen';
const costs =
  'R: Die zijn te hoog voor een kleine organisatie zoals wij. We betalen per cliënt, elke maand weer.\n';
const twice = 'Het kost ons vooral veel tijd om iedereen mee te krijgen';
const twins = [
  'I: Wat is voor u de grootste drempel?',
  `R: ${twice}. Dat begon vorig jaar al.`,
  'I: En voor uw collega in de andere regio?',
  `R: Die zegt hetzelfde als ik. ${twice}.`,
  'I: Duidelijk, dan gaan we door naar de toekomst.',
  '',
].join('\n');
const neighbors = 'I: Gebruikt u het elke dag?\nR: Ja, elke dag.\nI: Waarom eigenlijk wel, denkt u?\n';

/** The rows of the table of edits, 1 to 21. */
export const scenarios: readonly Scenario[] = [
  { row: '1', edit: 'none', after: interview, expected: `exact: ${quote}` },
  {
    row: '2',
    edit: 'paragraph inserted before',
    after: `I: Welkom.\n\n${interview}`,
    expected: `moved: ${quote}`,
  },
  {
    row: '3',
    edit: 'paragraph deleted before',
    after: interview.slice(interview.indexOf('R: Dat')),
    expected: `moved: ${quote}`,
  },
  { row: '4', edit: 'edit after', after: `${interview}R: Nog iets.\n`, expected: `exact: ${quote}` },
  {
    row: '5',
    edit: 'insertion at the start boundary',
    after: interview.replace(quote, `helaas ${quote}`),
    expected: `moved: ${quote}`,
  },
  {
    row: '6',
    edit: 'insertion at the end boundary',
    after: interview.replace(quote, `${quote} en haar man`),
    expected: `exact: ${quote}`,
  },
  {
    row: '7',
    edit: 'word inserted inside',
    after: interview.replace('valt vaak', 'valt veel te vaak'),
    expected: 'edited: de verbinding valt veel te vaak weg bij mevrouw Jansen',
  },
  {
    row: '8',
    edit: 'word deleted inside',
    after: interview.replace('valt vaak weg', 'valt weg'),
    expected: 'edited: de verbinding valt weg bij mevrouw Jansen',
  },
  {
    row: '9',
    edit: 'first half deleted',
    after: interview.replace('de verbinding valt vaak ', ''),
    expected: 'edited: weg bij mevrouw Jansen',
  },
  { row: '10', edit: 'quote deleted', after: interview.replace(quote, ''), expected: 'orphan' },
  {
    row: '11',
    edit: 'the coded one of two equal passages deleted',
    before: twins,
    quote: twice,
    after: twins.replace(`${twice}. `, ''),
    expected: 'orphan',
  },
  {
    row: '12',
    edit: 'the coded copy edited, the other intact',
    before: twins,
    quote: twice,
    after: twins.replace('vooral veel tijd', 'enorm veel tijd'),
    expected: 'edited: Het kost ons enorm veel tijd om iedereen mee te krijgen',
  },
  {
    row: '13',
    edit: 'boundary word replaced',
    after: interview.replace('de verbinding', 'onze verbinding'),
    expected: 'edited: onze verbinding valt vaak weg bij mevrouw Jansen',
  },
  {
    row: '14',
    edit: 'turn cut and pasted elsewhere',
    quote: 'te hoog voor een kleine',
    after: interview.replace(costs, '') + costs,
    expected: 'moved: te hoog voor een kleine',
  },
  {
    row: '14, a whole turn',
    edit: 'cut and pasted elsewhere',
    quote: costs.trimEnd(),
    after: interview.replace(costs, '') + costs,
    expected: 'orphan',
    known: `moved: ${costs.trimEnd()}`,
  },
  {
    row: '15',
    edit: 'the second of two short answers deleted',
    quote: 'Ja.',
    copy: 1,
    after: interview.replace('I: Ook in het weekend, als er minder mensen zijn?\nR: Ja.\n', ''),
    expected: 'orphan',
  },
  {
    row: '16',
    edit: 'a name at the boundary pseudonymized',
    after: interview.replace('Jansen', 'P1'),
    expected: 'edited: de verbinding valt vaak weg bij mevrouw P1',
  },
  {
    row: '17',
    edit: 'identical neighbor inserted',
    before: neighbors,
    quote: 'R: Ja, elke dag.\n',
    after: neighbors.replace('R: Ja, elke dag.\n', 'R: Ja, elke dag.\nR: Ja, elke dag.\n'),
    expected: 'ambiguous',
    seen: 'exact: R: Ja, elke dag.\n',
  },
  {
    row: '18',
    edit: 'turn split by a new speaker line',
    after: interview.replace('valt vaak weg', 'valt vaak\nI: Echt waar?\nR: weg'),
    expected: 'edited: de verbinding valt vaak\nI: Echt waar?\nR: weg bij mevrouw Jansen',
  },
  {
    row: '19',
    edit: 'speakers renamed',
    after: interview.replaceAll('I: ', 'Interviewer: ').replaceAll('R: ', 'Verpleegkundige: '),
    expected: `moved: ${quote}`,
  },
  {
    row: '19',
    edit: 'emoji inserted before',
    after: `😀😀 ${interview}`,
    expected: `moved: ${quote}`,
  },
  {
    row: '20',
    edit: 'letters decomposed',
    quote: 'We betalen per cliënt, elke maand weer.',
    after: interview.normalize('NFD'),
    expected: `exact: ${'We betalen per cliënt, elke maand weer.'.normalize('NFD')}`,
  },
  {
    row: '20',
    edit: 'letters composed',
    before: interview.normalize('NFD'),
    quote: 'per cliënt, elke maand weer.'.normalize('NFD'),
    after: interview.normalize('NFC'),
    expected: 'exact: per cliënt, elke maand weer.',
  },
  { row: '21', edit: 'file emptied', after: '', expected: 'orphan' },
  {
    row: '21',
    edit: 'file replaced',
    after:
      'I: Iets heel anders.\nR: Daar weet ik niets van, de planning doet mijn collega bij de thuiszorg.\n',
    expected: 'orphan',
  },
].map((row) => ({ before: interview, quote, ...row }));
