import { basename, join } from 'node:path';
import { caseIds, readForSummaries } from '../../core/summary/cases';
import { isTextFormat, summaryFormats, summaryPath } from '../../core/summary/paths';
import { renderParts, renderSummary } from '../../core/summary/render/render';
import { summarizeStudy } from '../../core/summary/summary';
import { readArguments, readFormat } from '../arguments';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';
import { UsageError } from '../usage';
import { writeWholeFile } from '../writeFile';

/** Writes the summaries of a study's cases: to stdout as one document, or a file each. */
export async function summarize(args: readonly string[], output: Output): Promise<number> {
  const { study, values } = await readArguments(args, ['case', 'format', 'out'], true);
  const format = readFormat(values.format, summaryFormats);
  if (values.out === undefined && !isTextFormat(format) && process.stdout.isTTY) {
    throw new UsageError(
      `“${format}” is no text. Write it to a folder with --out, or to a file with > NAME.${format}.`,
    );
  }
  if (values.case === undefined) await readForSummaries(study);
  const known = await caseIds(study);
  if (values.case !== undefined && !known.includes(values.case)) {
    throw new UsageError(`The study has no case “${values.case}”. Its cases: ${known.join(', ')}.`);
  }
  const cases = values.case === undefined ? known : [values.case];
  if (values.out === undefined) {
    const summary = await summarizeStudy(study, cases);
    for await (const part of renderParts(study, summary, format)) await output.result(part);
  } else {
    for (const id of cases) {
      const file = join(values.out, basename(summaryPath(id, format)));
      await writeWholeFile(file, await renderSummary(study, await summarizeStudy(study, [id]), format));
      output.message(file);
    }
  }
  return exitCodeOf(study, output);
}
