import { alphaOfContingency, alphaOfRows } from '../statistics/alpha';
import { type BootstrapInterval, bootstrapBinaryKappa } from '../statistics/bootstrap';
import type { Coefficient } from '../statistics/coefficient';
import { type BinaryTable, contingencyOf, tableOfTotals } from '../statistics/contingency';
import { type CodedRange, continuumOfCode } from '../statistics/continuum';
import { fleissKappa } from '../statistics/fleiss';
import { cohenKappa, percentAgreement, positiveAgreement } from '../statistics/kappa';
import { rowsOfMarks } from '../statistics/rows';
import { matchSpans, spanF1 } from '../statistics/spanMatching';
import { tableOfCharacters } from '../statistics/spans';
import { uAlphaPresence } from '../statistics/unitizing';
import type { PairMaterial } from './material';
import type {
  BootstrapSettings,
  CodeAgreement,
  Figures,
  GroupFigures,
  SpanFigures,
  UndefinedFigure,
  UnitFigures,
} from './model';
import type { GroupUnits, PairUnits } from './unitCounts';

/** Coefficients as figures, with why one of them is undefined. */
export function figuresOf<Name extends string>(
  coefficients: Readonly<Record<Name, Coefficient>>,
): Figures<Name> {
  const all = Object.entries(coefficients) as [Name, Coefficient][];
  const figures = Object.fromEntries(all.map(([name, { value }]) => [name, value]));
  const missing = all.map(([, one]) => one).find((one) => one.value === null);
  const reason: { undefined?: UndefinedFigure } =
    missing?.value === null
      ? { undefined: missing.undefined === 'no-units' ? 'no units' : 'one value only' }
      : {};
  return { ...(figures as Record<Name, number | null>), ...reason };
}

/** How two coders used a code in units. */
export function unitFigures({ byCode, units }: PairUnits, code: string): UnitFigures {
  const { both, first, second } = byCode.get(code) ?? { both: 0, first: 0, second: 0 };
  const table = tableOfTotals(both, first, second, units);
  const contingency = contingencyOf(table);
  return {
    ...table,
    ...figuresOf({
      percentAgreement: percentAgreement(contingency),
      positiveAgreement: positiveAgreement(table),
      kappa: cohenKappa(contingency),
      alpha: alphaOfContingency(contingency),
    }),
  };
}

/** Thousands of draws make an interval, and rare codes of many cases have the same few tables. */
const intervals = new Map<string, BootstrapInterval>();
const mostIntervals = 10_000;

/** The interval of kappa for a table of units. */
export function intervalOf(
  table: BinaryTable,
  settings: BootstrapSettings,
): Pick<CodeAgreement, 'interval' | 'undefinedDraws'> {
  const { both, onlyFirst, onlySecond, neither } = table;
  const key = [both, onlyFirst, onlySecond, neither, settings.seed, settings.draws].join();
  const known = intervals.get(key) ?? bootstrapBinaryKappa(table, settings);
  if (intervals.size >= mostIntervals) intervals.clear();
  intervals.set(key, known);
  const { interval, undefinedDraws } = known;
  return { interval, undefinedDraws };
}

/** How two coders used a code in the characters that respondents said. */
export function characterFigures(
  { uses, characters: length }: PairMaterial,
  code: string,
): CodeAgreement['characters'] {
  const coders: [CodedRange[], CodedRange[]] = [[], []];
  for (const { first, second, before } of uses.get(code) ?? []) {
    for (const [index, { ranges }] of [first, second].entries())
      for (const { start, end } of ranges)
        coders[index]!.push({ start: start + before, end: end + before, code });
  }
  const table = tableOfCharacters(coders[0], coders[1], length);
  const contingency = contingencyOf(table);
  return {
    ...table,
    ...figuresOf({
      kappa: cohenKappa(contingency),
      alpha: alphaOfContingency(contingency),
      uAlphaPresence: uAlphaPresence(continuumOfCode({ length, coders }, code)),
    }),
  };
}

/** How many codings of two coders with a code are the same, by their overlap. */
export function spanFigures({ uses, characters }: PairMaterial, code: string, iou: number): SpanFigures {
  const used = uses.get(code) ?? [];
  const matches = used.map(({ first, second }) => matchSpans(first.ranges, second.ranges, iou));
  const all = {
    matched: matches.flatMap(({ matched }) => matched),
    onlyFirst: matches.flatMap(({ onlyFirst }) => onlyFirst),
    onlySecond: matches.flatMap(({ onlySecond }) => onlySecond),
  };
  const counts = {
    iou,
    matched: all.matched.length,
    onlyFirst: all.onlyFirst.length,
    onlySecond: all.onlySecond.length,
  };
  const f1 = spanF1(all);
  if (f1.value !== null) return { ...counts, f1: f1.value };
  return { ...counts, f1: null, undefined: characters === 0 ? 'no units' : 'one value only' };
}

/**
 * How three or more coders used a code. Fleiss' kappa is of the transcripts that all have coded; alpha of all, with
 * those coders who coded each.
 */
export function groupFigures({ coders, byPresent }: GroupUnits, code: string): GroupFigures {
  const countsOf = (present: number) => {
    const { units = 0, markedBy } = byPresent.get(present) ?? {};
    const some = markedBy?.get(code)?.slice(1) ?? new Array<number>(present).fill(0);
    return [some.reduce((left, marked) => left - marked, units), ...some];
  };
  const present = [...byPresent.keys()];
  const markedBy = countsOf(coders);
  return {
    markedBy,
    ...figuresOf({
      fleissKappa: fleissKappa(rowsOfMarks(coders), markedBy),
      alpha: alphaOfRows(present.flatMap(rowsOfMarks), present.flatMap(countsOf)),
    }),
  };
}
