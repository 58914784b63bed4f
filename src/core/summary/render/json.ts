import type { StudySummary } from '../model';

const indent = 2;

/** Writes the summary as it is, indented, case by case. */
export function* renderJson(summary: StudySummary): Generator<string> {
  const [head, tail] = JSON.stringify({ ...summary, cases: [] }, null, indent).split(
    /(?<="cases": \[)(?=\])/,
  ) as [string, string];
  yield head;
  const deeper = `\n${' '.repeat(2 * indent)}`;
  for (const [index, one] of summary.cases.entries()) {
    const text = JSON.stringify(one, null, indent).replaceAll('\n', deeper);
    yield `${index === 0 ? '' : ','}${deeper}${text}`;
  }
  yield `${summary.cases.length === 0 ? '' : `\n${' '.repeat(indent)}`}${tail}\n`;
}
