import { basename, join } from 'node:path';
import type { Study } from '../../core/study';
import { caseIds, readForSummaries } from '../../core/summary/cases';
import { overviewOf } from '../../core/summary/overview/overview';
import { renderOverview } from '../../core/summary/overview/render';
import {
  isTextFormat,
  overviewPath,
  type SummaryFormat,
  summaryFormats,
  summaryPath,
} from '../../core/summary/paths';
import { renderParts, renderSummary } from '../../core/summary/render/render';
import { summarizeStudy } from '../../core/summary/summary';
import { oneStudy, openStudy, readFormat, readOptions } from '../arguments';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';
import { UsageError } from '../usage';
import { writeWholeFile } from '../writeFile';

/** Writes the summaries of a study's cases, to stdout as one document or a file each, or one report over all cases. */
export async function summarize(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = readOptions(args, {
    case: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    overview: { type: 'boolean' },
  });
  const format = readFormat(values.format, summaryFormats);
  // Reports tell the time of a quote and draw pictures, for which they need the texts.
  const isReport = format !== 'json' && format !== 'csv';
  const { study } = await openStudy(oneStudy(positionals), !isReport || values.overview);
  if (values.out === undefined && !isTextFormat(format) && process.stdout.isTTY) {
    throw new UsageError(
      `“${format}” is no text. Write it to a folder with --out, or to a file with > NAME.${format}.`,
    );
  }
  if (values.overview && values.case !== undefined) {
    throw new UsageError('--overview is over all cases; leave --case out.');
  }
  if (values.overview) await writeOverview(study, format, values.out, output);
  else await writeCases(study, await casesOf(study, values.case), format, values.out, output);
  return exitCodeOf(study, output);
}

async function writeOverview(
  study: Study,
  format: SummaryFormat,
  out: string | undefined,
  output: Output,
): Promise<void> {
  const document = await renderOverview(study, await overviewOf(study, await summarizeStudy(study)), format);
  if (out === undefined) return output.result(document);
  const file = join(out, basename(overviewPath(format)));
  await writeWholeFile(file, document);
  output.message(file);
}

async function writeCases(
  study: Study,
  cases: readonly string[],
  format: SummaryFormat,
  out: string | undefined,
  output: Output,
): Promise<void> {
  if (out === undefined) {
    const summary = await summarizeStudy(study, cases);
    for await (const part of renderParts(study, summary, format)) await output.result(part);
    return;
  }
  for (const id of cases) {
    const file = join(out, basename(summaryPath(id, format)));
    await writeWholeFile(file, await renderSummary(study, await summarizeStudy(study, [id]), format));
    output.message(file);
  }
}

/** The case asked for, or all. */
async function casesOf(study: Study, asked: string | undefined): Promise<string[]> {
  if (asked === undefined) await readForSummaries(study);
  const known = await caseIds(study);
  if (asked === undefined) return known;
  if (known.includes(asked)) return [asked];
  throw new UsageError(`The study has no case “${asked}”. Its cases: ${known.join(', ')}.`);
}
