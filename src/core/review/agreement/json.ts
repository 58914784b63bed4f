import { conventionsOf } from './conventions';
import { methodsText } from './methods';
import type { AgreementReport } from './model';

/**
 * Writes the report as JSON, indented. Of two coders `codes` has their figures; of more it has those of all, and
 * `pairs` the figures of every two.
 */
export function renderJson(report: AgreementReport): string {
  const { coders, unit, units, pairs, group, disagreements, ...rest } = report;
  const [pair] = pairs;
  const figures = group ? { codes: group, pairs } : { codes: pair!.codes };
  const methods = { en: methodsText(report, 'en'), nl: methodsText(report, 'nl') };
  const all = { coders, unit, units, ...figures, disagreements, ...rest };
  return `${JSON.stringify({ ...all, conventions: conventionsOf(report), methods }, null, 2)}\n`;
}
