import type {
  AlternativeSummary,
  BreakEven,
  CostSummary,
  CostSummaryLine,
  FixedSummaryLine,
  StaffTime,
} from '../../costs/model';
import {
  type Block,
  heading,
  type Inline,
  numberColumn,
  oneLine,
  paragraph,
  textColumn,
} from '../../report/blocks';
import { formatCount, formatEuros, formatNumber, formatRate } from '../labels';
import type { ReportContext } from './context';
import { type CostLabels, costLabelsOf } from './costLabels';

/** What the report of a calculation needs: its data, and how amounts and names are written. */
interface CostContext {
  readonly costs: CostSummary;
  readonly labels: CostLabels;
  readonly euros: (amount: number) => string;
  readonly number: (value: number) => string;
  readonly count: (count: number) => string;
  readonly percent: (percent: number) => string;
  readonly perPeriod: string;
  readonly contact: string;
  readonly perContact: string;
  readonly nullName: string;
  readonly projectName: string;
}

/** The quick scans of costs and benefits: what they are computed from, both alternatives, and the break-even. */
export function costSection(context: ReportContext): Block[] {
  const { costs, costsLeftOut } = context.case;
  if (costs.length + costsLeftOut.length === 0) return [];
  const labels = costLabelsOf(context.study.language);
  return [
    heading(2, context.words.titles.costs),
    paragraph(labels.explained),
    ...(costsLeftOut.length > 0 ? [paragraph(labels.leftOut(costsLeftOut.map(oneLine).join('; ')))] : []),
    ...costs.flatMap((one) => calculationBlocks(costContext(one, labels, context))),
  ];
}

function costContext(costs: CostSummary, labels: CostLabels, context: ReportContext): CostContext {
  const contact = oneLine(costs.contact ?? labels.contact);
  return {
    costs,
    labels,
    euros: (amount) => formatEuros(amount, context.labels),
    number: (value) => formatNumber(value, context.labels),
    count: (count) => formatCount(count, context.labels),
    percent: (percent) => formatRate(percent, context.labels),
    perPeriod: labels.perPeriod[costs.period],
    contact,
    perContact: labels.perContact(contact),
    nullName: nameOf(costs.nullAlternative, labels.nullAlternative),
    projectName: nameOf(costs.projectAlternative, labels.projectAlternative),
  };
}

function nameOf({ name }: AlternativeSummary, label: string): string {
  return name === null ? label : `${label}: ${oneLine(name)}`;
}

function calculationBlocks(context: CostContext): Block[] {
  const { costs } = context;
  return [
    heading(3, oneLine(costs.name)),
    figureTable(context),
    alternativeTable(context),
    { kind: 'list', items: findings(context) },
  ];
}

/** Every figure with its source, and the amount that each line comes to. */
function figureTable(context: CostContext): Block {
  const { costs, labels, perPeriod, perContact } = context;
  const { nullAlternative, projectAlternative, benefits } = costs;
  const rowsOf = (lines: readonly CostSummaryLine[], part: string, per: string) =>
    lines.map((line) => lineRow(context, line, `${part}, ${per}`));
  return {
    kind: 'table',
    caption: labels.figures(oneLine(costs.name)),
    columns: [
      textColumn(labels.item),
      textColumn(labels.partOf),
      numberColumn(labels.price),
      numberColumn(labels.number),
      numberColumn(labels.amount),
      textColumn(labels.source),
    ],
    rows: [
      ...rowsOf(nullAlternative.fixed, labels.nullAlternative, perPeriod),
      ...rowsOf(nullAlternative.activities, labels.nullAlternative, perContact),
      ...rowsOf(projectAlternative.fixed, labels.projectAlternative, perPeriod),
      ...rowsOf(projectAlternative.activities, labels.projectAlternative, perContact),
      ...rowsOf(benefits, labels.benefit, perContact),
      ...timeRows(context),
    ],
  };
}

function lineRow(context: CostContext, line: CostSummaryLine | FixedSummaryLine, part: string): Inline[] {
  const { labels, euros, number } = context;
  const unit = line.minutes === null ? line.unit : labels.hour;
  const price = unit === null ? euros(line.price) : labels.perUnit(euros(line.price), oneLine(unit));
  const quantity = line.minutes === null ? number(line.number!) : labels.minutes(number(line.minutes));
  return [
    oneLine(line.name),
    part,
    price,
    'per' in line ? labels.perSpan(quantity, line.per) : quantity,
    euros(line.amount),
    sourceOf(context, line.source),
  ];
}

function sourceOf({ labels }: CostContext, source: string | null): string {
  return source === null ? labels.noSource : oneLine(source);
}

function timeRows(context: CostContext): Inline[][] {
  const { labels, euros, number, perPeriod, costs } = context;
  const { timeSaving } = costs;
  if (!timeSaving) return [];
  const { hourlyRate, productiveHours, participation, movedOnline } = timeSaving;
  const row = (name: string, price: string, quantity: string, source: string | null) => [
    name,
    labels.sessionsMovedOnline,
    price,
    quantity,
    '–',
    sourceOf(context, source),
  ];
  return [
    row(labels.hourlyRate, euros(hourlyRate.value), '–', hourlyRate.source),
    row(labels.productiveHours(perPeriod), '–', number(productiveHours.value), productiveHours.source),
    row(labels.participation, '–', `${number(participation.value)}%`, participation.source),
    row(labels.movedOnline, '–', `${number(movedOnline.value)}%`, movedOnline.source),
  ];
}

/** The two alternatives side by side; the balance comes last. */
function alternativeTable(context: CostContext): Block {
  const { costs, labels } = context;
  const rows = [fixedRow(context), ...contactRows(context), ...timeSavingRows(context)];
  return {
    kind: 'table',
    caption: labels.alternatives(oneLine(costs.name)),
    columns: [
      textColumn(labels.item),
      numberColumn(context.nullName),
      numberColumn(context.projectName),
      numberColumn(labels.saving),
    ],
    rows: rows.length > 1 ? rows.slice(0, -1) : rows,
    ...(rows.length > 1 ? { total: rows.at(-1)! } : {}),
  };
}

function fixedRow({ costs, labels, euros, perPeriod }: CostContext): string[] {
  return [
    labels.fixedCosts(perPeriod),
    euros(costs.nullAlternative.fixedCosts),
    euros(costs.projectAlternative.fixedCosts),
    euros(-costs.extraFixedCosts),
  ];
}

function contactRows(context: CostContext): string[][] {
  const { costs, labels, euros, perContact } = context;
  const { nullAlternative, projectAlternative, benefits, benefitsPerContact, savingPerContact } = costs;
  if (savingPerContact === null) return [];
  const before = nullAlternative.costsPerContact;
  const after = projectAlternative.costsPerContact;
  const activities = [labels.activities(perContact), euros(before), euros(after), euros(before - after)];
  if (benefits.length === 0) return [activities, ...balanceRows(context)];
  const benefit = euros(benefitsPerContact);
  return [
    activities,
    [labels.benefits(perContact), '', benefit, benefit],
    [labels.savingPerContact(perContact), '', '', euros(savingPerContact)],
    ...balanceRows(context),
  ];
}

function balanceRows({ costs, labels, euros, count, perPeriod, contact }: CostContext): string[][] {
  const { balance } = costs;
  if (!balance) return [];
  const at = labels.balanceAt(perPeriod, count(balance.contacts), contact, balance.given);
  return [[at, euros(balance.nullAlternative), euros(balance.projectAlternative), euros(balance.balance)]];
}

function timeSavingRows({ costs, labels, euros, perPeriod }: CostContext): string[][] {
  if (!costs.timeSaving) return [];
  const { timeMovedOnline, allSaved } = costs.timeSaving;
  return [
    [labels.timeMovedOnline(perPeriod), euros(timeMovedOnline), '', labels.atMost(euros(timeMovedOnline))],
    [
      labels.allSaved(perPeriod),
      euros(allSaved.nullAlternative),
      euros(allSaved.projectAlternative),
      labels.atMost(euros(allSaved.balance)),
    ],
  ];
}

/** What follows from the figures, a line each. */
function findings({ costs, labels, number, ...context }: CostContext): Inline[][] {
  const { breakEven, staffTime, timeSaving } = costs;
  const lines: string[] = [];
  if (breakEven) lines.push(`${labels.breakEven} ${breakEvenText(breakEven, { labels, ...context })}.`);
  if (staffTime)
    lines.push(`${labels.staffTime(context.perContact)} ${changeText(staffTime, labels, number)}.`);
  if (timeSaving) {
    const { hoursMovedOnline, timeMovedOnline, technologyCosts, neededPercent } = timeSaving;
    const { euros, percent, perPeriod } = context;
    lines.push(
      `${labels.hoursMovedOnline(perPeriod)} ${number(hoursMovedOnline)} (${euros(timeMovedOnline)}).`,
      `${labels.technologyCosts(perPeriod)} ${euros(technologyCosts)}.`,
      `${labels.breakEven} ${neededPercent === null ? labels.notByTime : labels.ofThatTime(percent(neededPercent))}.`,
    );
  }
  return lines.map((line) => [line]);
}

function breakEvenText(
  breakEven: BreakEven,
  { labels, count, perPeriod, contact }: Pick<CostContext, 'labels' | 'count' | 'perPeriod' | 'contact'>,
): string {
  if (!('contacts' in breakEven)) return labels[breakEven.kind];
  return labels[breakEven.kind](count(breakEven.contacts), perPeriod, contact);
}

function changeText(
  { nullAlternative, projectAlternative, changePercent }: StaffTime,
  labels: CostLabels,
  number: CostContext['number'],
): string {
  return labels.change(number(nullAlternative), number(projectAlternative), changePercent);
}
