import { type Localized, localize } from '../text/localized';
import type { Alternative, CostCalculation, CostLine, FixedCost, Period, SourcedFigure } from './costs';
import { divideRounded, divideUp, fromHundredths } from './exact';
import type {
  AlternativeSummary,
  BreakEven,
  ContactBalance,
  CostSummary,
  CostSummaryLine,
  StaffTime,
  SummaryFigure,
} from './model';
import { type FixedCents, summarizeTimeSaving } from './timeSaving';

const perYear: Readonly<Record<Period, bigint>> = { week: 52n, month: 12n, year: 1n };

/**
 * Computes a quick scan of costs and benefits by activity-based costing. The amount of each line is rounded to the
 * cent, halves away from zero, and all else follows from these amounts, so that what is printed adds up as it stands.
 */
export function summarizeCosts(calculation: CostCalculation, language: string): CostSummary {
  const { id, name, period, contact, contacts, nullAlternative, projectAlternative, benefits } = calculation;
  const text: Words = (words) => (words === undefined ? null : localize(words, language));
  const fixedOf = (alternative: Alternative) => sum(alternative.fixed, (line) => fixedCents(line, period));
  const fixed: FixedCents = { null: fixedOf(nullAlternative), project: fixedOf(projectAlternative) };
  const variable = (lines: readonly CostLine[]) => sum(lines, lineCents);
  const extraFixed = fixed.project - fixed.null;
  const lines = [...nullAlternative.activities, ...projectAlternative.activities, ...benefits];
  const perContact: PerContact = {
    before: variable(nullAlternative.activities),
    after: variable(projectAlternative.activities) - variable(benefits),
  };
  const saving = perContact.before - perContact.after;
  const breakEven = lines.length === 0 ? null : breakEvenOf(extraFixed, saving);
  return {
    id,
    name: localize(name, language),
    period,
    contact: text(contact),
    nullAlternative: alternativeOf(nullAlternative, period, text),
    projectAlternative: alternativeOf(projectAlternative, period, text),
    benefits: benefits.map((line) => lineOf(line, lineCents(line), text)),
    benefitsPerContact: fromHundredths(variable(benefits)),
    extraFixedCosts: fromHundredths(extraFixed),
    savingPerContact: lines.length === 0 ? null : fromHundredths(saving),
    breakEven,
    balance: breakEven && balanceOf(contacts, breakEven, perContact, fixed),
    staffTime: staffTimeOf(nullAlternative, projectAlternative),
    timeSaving:
      calculation.timeSaving === undefined
        ? null
        : summarizeTimeSaving(calculation.timeSaving, fixed, (figure) => figureOf(figure, text)),
  };
}

type Words = (words: Localized | undefined) => string | null;

/** What a contact costs in cents in the null and the project alternative. */
interface PerContact {
  readonly before: bigint;
  readonly after: bigint;
}

function sum<T>(items: readonly T[], term: (item: T) => bigint): bigint {
  return items.reduce((total, item) => total + term(item), 0n);
}

function lineCents(line: CostLine): bigint {
  return divideRounded(...amountOf(line));
}

/** What a fixed cost comes to in a period. */
function fixedCents(line: FixedCost, period: Period): bigint {
  const [numerator, denominator] = amountOf(line);
  const { count, unit } = line.per;
  return divideRounded(numerator * perYear[unit], denominator * BigInt(count) * perYear[period]);
}

/** Cents as a fraction: price times number, or the price of an hour times minutes. */
function amountOf({ price, quantity }: CostLine): [numerator: bigint, denominator: bigint] {
  return 'minutes' in quantity
    ? [BigInt(price) * BigInt(quantity.minutes), 100n * 60n]
    : [BigInt(price) * BigInt(quantity.number), 100n];
}

function alternativeOf(
  { name, fixed, activities }: Alternative,
  period: Period,
  text: Words,
): AlternativeSummary {
  return {
    name: text(name),
    fixed: fixed.map((line) => ({ ...lineOf(line, fixedCents(line, period), text), per: line.per })),
    fixedCosts: fromHundredths(sum(fixed, (line) => fixedCents(line, period))),
    activities: activities.map((line) => lineOf(line, lineCents(line), text)),
    costsPerContact: fromHundredths(sum(activities, lineCents)),
  };
}

function lineOf(
  { name, unit, price, quantity, source }: CostLine,
  cents: bigint,
  text: Words,
): CostSummaryLine {
  return {
    name: text(name)!,
    unit: text(unit),
    price: fromHundredths(price),
    number: 'number' in quantity ? fromHundredths(quantity.number) : null,
    minutes: 'minutes' in quantity ? fromHundredths(quantity.minutes) : null,
    amount: fromHundredths(cents),
    source: text(source),
  };
}

function figureOf({ value, source }: SourcedFigure, text: Words): SummaryFigure {
  return { value: fromHundredths(value), source: text(source) };
}

function breakEvenOf(extraFixed: bigint, saving: bigint): BreakEven {
  if (extraFixed <= 0n)
    return saving >= 0n ? { kind: 'always' } : { kind: 'upTo', contacts: Number(extraFixed / saving) };
  return saving > 0n ? { kind: 'from', contacts: Number(divideUp(extraFixed, saving)) } : { kind: 'never' };
}

function balanceOf(
  given: number | undefined,
  breakEven: BreakEven,
  { before, after }: PerContact,
  fixed: FixedCents,
): ContactBalance | null {
  const contacts = given ?? ('contacts' in breakEven ? breakEven.contacts : undefined);
  if (contacts === undefined) return null;
  const nullCosts = fixed.null + BigInt(contacts) * before;
  const projectCosts = fixed.project + BigInt(contacts) * after;
  return {
    contacts,
    given: given !== undefined,
    nullAlternative: fromHundredths(nullCosts),
    projectAlternative: fromHundredths(projectCosts),
    balance: fromHundredths(nullCosts - projectCosts),
  };
}

/** Null where an alternative has nothing in minutes: what takes no time is written with 0 minutes. */
function staffTimeOf(nullAlternative: Alternative, projectAlternative: Alternative): StaffTime | null {
  const before = minutesOf(nullAlternative);
  const after = minutesOf(projectAlternative);
  if (before === undefined || after === undefined) return null;
  return {
    nullAlternative: fromHundredths(before),
    projectAlternative: fromHundredths(after),
    changePercent: before === 0n ? null : Number(divideRounded((after - before) * 100n, before)),
  };
}

function minutesOf({ activities }: Alternative): bigint | undefined {
  const minutes = activities.flatMap(({ quantity }) =>
    'minutes' in quantity ? [BigInt(quantity.minutes)] : [],
  );
  return minutes.length === 0 ? undefined : sum(minutes, (one) => one);
}
