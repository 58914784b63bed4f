import { basename, join } from 'node:path';
import type { Study } from '../../core/study';
import { studyProblems } from '../../core/studyProblems';
import { type PathsByCase, pathsByCase, pathsByFolder, readForSummaries } from '../../core/summary/cases';
import { overviewOf } from '../../core/summary/overview/overview';
import { renderOverview } from '../../core/summary/overview/render';
import {
  isTextFormat,
  overviewPath,
  type SummaryFormat,
  summaryFormats,
  summaryPath,
} from '../../core/summary/paths';
import { renderSummary } from '../../core/summary/render/render';
import { summarizeStudy } from '../../core/summary/summary';
import { oneStudy, openStudy, readFormat, readOptions } from '../arguments';
import type { StudyThreads } from '../beside/studyThreads';
import { exitCodeOf } from '../errors';
import type { Output } from '../output';
import { UsageError } from '../usage';
import { type CaseOrder, CaseWriter } from '../writeCase';
import { writeWholeFile } from '../writeFile';

/** So many cases are asked for at a time where threads write them: with fewer, one waits where the other has two in a row. */
const ahead = 4;

/** Writes the summaries of a study's cases, to stdout as one document or a file each, or one report over all cases. */
export async function summarize(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = readOptions(args, {
    case: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    overview: { type: 'boolean' },
  });
  const format = readFormat(values.format, summaryFormats);
  const isWhole = values.overview || (values.out === undefined && !isTextFormat(format));
  const opened = await openStudy(oneStudy(positionals), values.case === undefined && !isWhole);
  const { study, threads } = opened;
  if (values.out === undefined && !isTextFormat(format) && process.stdout.isTTY) {
    throw new UsageError(
      `“${format}” is no text. Write it to a folder with --out, or to a file with > NAME.${format}.`,
    );
  }
  if (values.overview && values.case !== undefined) {
    throw new UsageError('--overview is over all cases; leave --case out.');
  }
  if (threads) await writeAhead(study, threads, format, values.out);
  // Where threads read, this one has time to look for problems; else what was read for the summaries is at hand.
  const problems = threads && studyProblems(study);
  problems?.catch(() => {});
  if (!threads && values.case === undefined) await readForSummaries(study);
  if (values.overview) await writeOverview(study, format, values.out, output);
  else await writeCases(opened, await casesOf(study, values.case), format, values.out, output);
  return exitCodeOf(study, output, problems);
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

/** Writes a file for each case, or one document to stdout. */
async function writeCases(
  { study, threads }: { readonly study: Study; readonly threads?: StudyThreads | undefined },
  cases: PathsByCase,
  format: SummaryFormat,
  out: string | undefined,
  output: Output,
): Promise<void> {
  const ids = [...cases.keys()];
  if (out === undefined && (!isTextFormat(format) || ids.length === 0)) {
    await output.result(await renderSummary(study, await summarizeStudy(study, ids), format));
    return;
  }
  const orders = ordersFor(ids, format, out);
  const writer = new CaseWriter(study);
  const write = (order: CaseOrder) => threads?.write(order, cases) ?? writer.write(order);
  for await (const [{ id }, content] of inTurn(orders, write, threads ? ahead : 1)) {
    if (out === undefined) {
      await output.result(content);
    } else {
      const file = join(out, basename(summaryPath(id, format)));
      await writeWholeFile(file, content);
      output.message(file);
    }
    if (threads) free(content);
  }
}

function ordersFor(cases: readonly string[], format: SummaryFormat, out: string | undefined): CaseOrder[] {
  return cases.map((id, index) => {
    const isPart = out === undefined && isTextFormat(format);
    return isPart ? { id, format, place: { index, of: cases.length } } : { id, format };
  });
}

/**
 * Has threads write of the cases as these are read, where folders tell which transcripts they have. Not where rounds of
 * double coding are of some cases: who is in such a round is known only when all transcripts have been read.
 */
async function writeAhead(
  study: Study,
  threads: StudyThreads,
  format: SummaryFormat,
  out: string | undefined,
): Promise<void> {
  const { doubleCoding } = await study.settings();
  if (doubleCoding.some(({ cases }) => cases.length > 0)) return;
  const cases = await pathsByFolder(study);
  threads.writeAhead(ordersFor([...cases.keys()], format, out), cases);
}

/**
 * Gives back the memory of bytes that came from a thread. Otherwise it waits for a collection, which is long in
 * coming in a thread that makes little. Before Node 21 it does wait.
 */
function free({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer) (buffer as Freeable).transfer(0);
}

interface Freeable {
  transfer(length: number): unknown;
}

/** What is made of each item, in their order, while so many are being made. */
async function* inTurn<T, R>(
  items: readonly T[],
  make: (item: T) => Promise<R>,
  atOnce: number,
): AsyncGenerator<readonly [T, R]> {
  const begun: Promise<R>[] = [];
  for (const [index, item] of items.entries()) {
    while (begun.length < Math.min(items.length, index + atOnce)) {
      const made = make(items[begun.length]!);
      // One that fails before its turn is heard of in its turn.
      made.catch(() => {});
      begun.push(made);
    }
    const made = begun[index]!;
    delete begun[index];
    yield [item, await made];
  }
}

/** The transcripts of the case asked for, or of all, by case. */
async function casesOf(study: Study, asked: string | undefined): Promise<PathsByCase> {
  const known = await pathsByCase(study);
  if (asked === undefined) return known;
  const paths = known.get(asked);
  if (paths) return new Map([[asked, paths]]);
  throw new UsageError(`The study has no case “${asked}”. Its cases: ${[...known.keys()].join(', ')}.`);
}
