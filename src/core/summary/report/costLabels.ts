import type { Period, Span } from '../../costs/costs';

/** The words of the section on costs. */
export interface CostLabels {
  readonly explained: string;
  readonly leftOut: (calculations: string) => string;
  readonly item: string;
  readonly partOf: string;
  readonly price: string;
  readonly number: string;
  readonly amount: string;
  readonly source: string;
  readonly noSource: string;
  readonly figures: (calculation: string) => string;
  readonly alternatives: (calculation: string) => string;
  readonly nullAlternative: string;
  readonly projectAlternative: string;
  readonly benefit: string;
  readonly saving: string;
  readonly contact: string;
  readonly perPeriod: Readonly<Record<Period, string>>;
  readonly perContact: (contact: string) => string;
  readonly perSpan: (number: string, span: Span) => string;
  readonly perUnit: (price: string, unit: string) => string;
  readonly hour: string;
  readonly minutes: (minutes: string) => string;
  readonly fixedCosts: (perPeriod: string) => string;
  readonly activities: (perContact: string) => string;
  readonly benefits: (perContact: string) => string;
  readonly savingPerContact: (perContact: string) => string;
  readonly atMost: (amount: string) => string;
  readonly allSaved: (perPeriod: string) => string;
  readonly balanceAt: (perPeriod: string, contacts: string, contact: string, given: boolean) => string;
  readonly breakEven: string;
  readonly from: (contacts: string, perPeriod: string, contact: string) => string;
  readonly upTo: (contacts: string, perPeriod: string, contact: string) => string;
  readonly always: string;
  readonly never: string;
  readonly staffTime: (perContact: string) => string;
  readonly change: (before: string, after: string, percent: number | null) => string;
  readonly hourlyRate: string;
  readonly productiveHours: (perPeriod: string) => string;
  readonly participation: string;
  readonly movedOnline: string;
  readonly sessionsMovedOnline: string;
  readonly timeMovedOnline: (perPeriod: string) => string;
  readonly technologyCosts: (perPeriod: string) => string;
  readonly hoursMovedOnline: (perPeriod: string) => string;
  readonly ofThatTime: (percent: string) => string;
  readonly notByTime: string;
}

const english: CostLabels = {
  explained:
    'A quick scan by activity-based costing: price times number, the project alternative against the null alternative. Each amount is rounded to the cent, and sums are of these amounts. A year has 12 months and 52 weeks.',
  leftOut: (calculations) => `Left out, since study.yaml has a mistake in it: ${calculations}.`,
  item: 'Item',
  partOf: 'Part of',
  price: 'Price',
  number: 'Number',
  amount: 'Amount',
  source: 'Source',
  noSource: 'no source given',
  figures: (calculation) => `${calculation}: what it is computed from`,
  alternatives: (calculation) => `${calculation}: the alternatives`,
  nullAlternative: 'Null alternative',
  projectAlternative: 'Project alternative',
  benefit: 'Benefit',
  saving: 'Saving',
  contact: 'contact',
  perPeriod: { week: 'per week', month: 'per month', year: 'per year' },
  perContact: (contact) => `per ${contact}`,
  perSpan: (number, { count, unit }) => `${number} per ${count === 1 ? unit : `${count} ${unit}s`}`,
  perUnit: (price, unit) => `${price} per ${unit}`,
  hour: 'hour',
  minutes: (minutes) => `${minutes} min`,
  fixedCosts: (perPeriod) => `Fixed costs ${perPeriod}`,
  activities: (perContact) => `Activities ${perContact}`,
  benefits: (perContact) => `Benefits ${perContact}`,
  savingPerContact: (perContact) => `Saving ${perContact}, benefits included`,
  atMost: (amount) => `at most ${amount}`,
  allSaved: (perPeriod) => `All costs ${perPeriod}, if all of that time is saved`,
  balanceAt: (perPeriod, contacts, contact, given) =>
    `All costs ${perPeriod} at ${contacts} × ${contact}${given ? '' : ' (the break-even)'}`,
  breakEven: 'Break-even:',
  from: (contacts, perPeriod, contact) => `at least ${contacts} × ${contact} ${perPeriod}`,
  upTo: (contacts, perPeriod, contact) => `at most ${contacts} × ${contact} ${perPeriod}`,
  always: 'the project alternative costs no more, whatever the number of contacts',
  never: 'the project alternative costs more, whatever the number of contacts',
  staffTime: (perContact) => `Staff’s time ${perContact}:`,
  change: (before, after, percent) =>
    `${before} minutes in the null alternative, ${after} in the project alternative${
      percent === null ? '' : ` (${Math.abs(percent)}% ${percent > 0 ? 'more' : 'less'})`
    }`,
  hourlyRate: 'Hourly rate',
  productiveHours: (perPeriod) => `Productive hours ${perPeriod}`,
  participation: 'Participation',
  movedOnline: 'Share of their sessions moved online',
  sessionsMovedOnline: 'Sessions moved online',
  timeMovedOnline: (perPeriod) => `Time of the sessions moved online ${perPeriod}`,
  technologyCosts: (perPeriod) => `Costs of the technology ${perPeriod}:`,
  hoursMovedOnline: (perPeriod) => `Hours of sessions moved online ${perPeriod}:`,
  ofThatTime: (percent) => `${percent}% of the time of the sessions moved online must be saved`,
  notByTime: 'no time moves online, so that none can be saved',
};

const dutchUnits: Readonly<Record<Period, string>> = { week: 'week', month: 'maand', year: 'jaar' };
const dutchUnitsOfMany: Readonly<Record<Period, string>> = { week: 'weken', month: 'maanden', year: 'jaar' };

const dutch: CostLabels = {
  explained:
    'Een quickscan met activity-based costing: prijs maal aantal, het projectalternatief tegenover het nulalternatief. Elk bedrag is afgerond op de cent en de totalen zijn sommen van deze bedragen. Een jaar telt 12 maanden en 52 weken.',
  leftOut: (calculations) => `Weggelaten, omdat er in study.yaml een fout in staat: ${calculations}.`,
  item: 'Post',
  partOf: 'Onderdeel van',
  price: 'Prijs',
  number: 'Aantal',
  amount: 'Bedrag',
  source: 'Bron',
  noSource: 'geen bron vermeld',
  figures: (calculation) => `${calculation}: waarmee is gerekend`,
  alternatives: (calculation) => `${calculation}: de alternatieven`,
  nullAlternative: 'Nulalternatief',
  projectAlternative: 'Projectalternatief',
  benefit: 'Baat',
  saving: 'Besparing',
  contact: 'contact',
  perPeriod: { week: 'per week', month: 'per maand', year: 'per jaar' },
  perContact: (contact) => `per ${contact}`,
  perSpan: (number, { count, unit }) =>
    `${number} per ${count === 1 ? dutchUnits[unit] : `${count} ${dutchUnitsOfMany[unit]}`}`,
  perUnit: (price, unit) => `${price} per ${unit}`,
  hour: 'uur',
  minutes: (minutes) => `${minutes} min`,
  fixedCosts: (perPeriod) => `Vaste kosten ${perPeriod}`,
  activities: (perContact) => `Activiteiten ${perContact}`,
  benefits: (perContact) => `Baten ${perContact}`,
  savingPerContact: (perContact) => `Besparing ${perContact}, baten meegerekend`,
  atMost: (amount) => `hoogstens ${amount}`,
  allSaved: (perPeriod) => `Alle kosten ${perPeriod}, als al die tijd wordt bespaard`,
  balanceAt: (perPeriod, contacts, contact, given) =>
    `Alle kosten ${perPeriod} bij ${contacts} × ${contact}${given ? '' : ' (het omslagpunt)'}`,
  breakEven: 'Omslagpunt:',
  from: (contacts, perPeriod, contact) => `ten minste ${contacts} × ${contact} ${perPeriod}`,
  upTo: (contacts, perPeriod, contact) => `hoogstens ${contacts} × ${contact} ${perPeriod}`,
  always: 'het projectalternatief is bij geen enkel aantal contacten duurder',
  never: 'het projectalternatief is bij elk aantal contacten duurder',
  staffTime: (perContact) => `Werktijd ${perContact}:`,
  change: (before, after, percent) =>
    `${before} minuten in het nulalternatief, ${after} in het projectalternatief${
      percent === null ? '' : ` (${Math.abs(percent)}% ${percent > 0 ? 'meer' : 'minder'})`
    }`,
  hourlyRate: 'Uurtarief',
  productiveHours: (perPeriod) => `Productieve uren ${perPeriod}`,
  participation: 'Deelname',
  movedOnline: 'Deel van hun sessies dat online gaat',
  sessionsMovedOnline: 'Sessies die online gaan',
  timeMovedOnline: (perPeriod) => `Tijd van de sessies die online gaan, ${perPeriod}`,
  technologyCosts: (perPeriod) => `Kosten van de technologie ${perPeriod}:`,
  hoursMovedOnline: (perPeriod) => `Uren van sessies die online gaan, ${perPeriod}:`,
  ofThatTime: (percent) => `van de tijd van de sessies die online gaan moet ${percent}% worden bespaard`,
  notByTime: 'er gaat geen tijd online, dus valt er geen te besparen',
};

/** The words of the section on costs in a language. */
export function costLabelsOf(language: 'en' | 'nl'): CostLabels {
  return language === 'nl' ? dutch : english;
}
