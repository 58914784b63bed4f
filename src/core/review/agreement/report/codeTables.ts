import {
  type Block,
  heading,
  type Inline,
  numberColumn,
  paragraph,
  textColumn,
} from '../../../report/blocks';
import type { BinaryTable } from '../../statistics/contingency';
import { landisKoch } from '../labels';
import type {
  CodeAgreement,
  CodeUnitAgreement,
  PairAgreement,
  PairUnitAgreement,
  UnitAgreement,
} from '../model';
import { worstFirst } from '../order';
import type { ReportContext } from './context';

type UnitContext = ReportContext<UnitAgreement>;

/** How three or more coders agree on each code. */
export function groupSection(context: ReportContext): Block[] {
  const { report, labels, count, coefficient } = context;
  if (!report.group) return [];
  const times = Array.from({ length: report.coders.length + 1 }, (_, index) => index);
  return [
    heading(2, labels.allCoders),
    {
      kind: 'table',
      caption: `${labels.onUnits[report.unit]}, ${labels.worstFirst}`,
      columns: [
        textColumn(labels.code),
        ...times.map((coders) => numberColumn(labels.markedBy(coders))),
        numberColumn('Fleiss’ κ'),
        numberColumn(labels.alpha),
      ],
      rows: worstFirst(report.group, ({ fleissKappa }) => fleissKappa).map((code) => [
        context.codeName(code.code),
        ...code.markedBy.map(count),
        coefficient(code.fleissKappa),
        coefficient(code.alpha),
      ]),
    },
    paragraph(labels.thresholds),
  ];
}

/** How two coders agree on each code: on units, on characters, and on whole codings. */
export function codeSections(context: ReportContext, pair: PairAgreement): Block[] {
  const { report, labels } = context;
  const codes = worstFirst(pair.codes, ({ kappa }) => kappa);
  const title = report.group ? `${pair.coders[0]} – ${pair.coders[1]}` : labels.perCode;
  return [
    heading(2, title),
    unitTable(context, pair, codes),
    ...remarks(context, codes),
    characterTable(context, pair, codes),
    spanTable(context, pair, codes),
  ];
}

/** How two coders agree on the units, on the codes that either of them used. */
export function pairTables(context: UnitContext, pair: PairUnitAgreement): Block[] {
  const used = pair.codes.filter(({ both, onlyFirst, onlySecond }) => both + onlyFirst + onlySecond > 0);
  const codes = worstFirst(used, ({ kappa }) => kappa);
  return codes.length === 0 ? [] : [unitTable(context, pair, codes), ...remarks(context, codes)];
}

function unitTable(
  context: UnitContext,
  pair: PairUnitAgreement,
  codes: readonly CodeUnitAgreement[],
): Block {
  const { report, labels, coefficient, percent } = context;
  return {
    kind: 'table',
    caption: `${labels.onUnits[report.unit]}, ${labels.worstFirst}`,
    columns: [
      textColumn(labels.code),
      ...countColumns(context, pair),
      numberColumn(labels.percent),
      numberColumn(labels.positive),
      numberColumn('κ'),
      numberColumn(labels.interval),
      numberColumn(labels.alpha),
      textColumn(labels.landisKoch),
    ],
    rows: codes.map((code) => [
      context.codeName(code.code),
      ...countsOf(context, code),
      percent(code.percentAgreement, labels.undefined),
      coefficient(code.positiveAgreement),
      coefficient(code.kappa),
      code.interval ? code.interval.map(coefficient).join(' – ') : labels.undefined,
      coefficient(code.alpha),
      code.kappa === null ? '–' : landisKoch(code.kappa, labels),
    ]),
  };
}

/** What the table does not say by itself. */
function remarks(context: UnitContext, codes: readonly CodeUnitAgreement[]): Block[] {
  const { report, labels, count } = context;
  const namesOf = (some: readonly CodeUnitAgreement[]) =>
    some.map(({ code }) => context.codeName(code)).join('; ');
  const never = codes.filter(({ positiveAgreement }) => positiveAgreement === 0);
  const uncertain = codes.filter(({ kappa, undefinedDraws }) => kappa !== null && undefinedDraws > 0);
  const said = [
    ...(never.length > 0 ? [labels.neverAgreed(namesOf(never))] : []),
    ...(uncertain.length > 0
      ? [labels.uncertainDraws(namesOf(uncertain), count(report.bootstrap.draws))]
      : []),
    ...(codes.some(({ kappa }) => kappa === null) ? [labels.undefinedExplained] : []),
    labels.thresholds,
  ];
  return said.map((sentence) => paragraph(sentence));
}

function characterTable(context: ReportContext, pair: PairAgreement, codes: readonly CodeAgreement[]): Block {
  const { labels, coefficient } = context;
  return {
    kind: 'table',
    caption: labels.onCharacters,
    columns: [
      textColumn(labels.code),
      ...countColumns(context, pair),
      ...['κ', labels.alpha, '|u-alpha'].map(numberColumn),
    ],
    rows: codes.map(({ code, characters }) => [
      context.codeName(code),
      ...countsOf(context, characters),
      ...[characters.kappa, characters.alpha, characters.uAlphaPresence].map(coefficient),
    ]),
  };
}

function spanTable(context: ReportContext, pair: PairAgreement, codes: readonly CodeAgreement[]): Block {
  const { report, labels, count, coefficient, figure } = context;
  const [, first, second] = countColumns(context, pair);
  return {
    kind: 'table',
    caption: labels.onSpans(figure(report.iou, 2, '')),
    columns: [textColumn(labels.code), numberColumn(labels.matched), first!, second!, numberColumn('F1')],
    rows: codes.map(({ code, spans }) => [
      context.codeName(code),
      ...[spans.matched, spans.onlyFirst, spans.onlySecond].map(count),
      coefficient(spans.f1),
    ]),
  };
}

function countColumns({ labels }: UnitContext, { coders: [first, second] }: PairUnitAgreement) {
  return [labels.both, labels.only(first), labels.only(second), labels.neither].map(numberColumn);
}

function countsOf({ count }: UnitContext, table: BinaryTable): Inline[] {
  return [table.both, table.onlyFirst, table.onlySecond, table.neither].map(count);
}
