import { csvLines } from '../report/csv';
import type { Study } from '../study';
import { summaryFolder } from '../summary/paths';
import { compareStrings } from '../text/compare';
import { firstDates, type HistoryStep, historyOf } from './history';
import { type LogEntry, linesOf, parseLog } from './log';
import { historyPath, logOfHistory, parseLogPath } from './paths';

/** A step in the history of a coding, with the files it stands in. */
export interface TrailStep extends HistoryStep {
  readonly log: string;
  readonly transcript: string;
}

/** Where the audit trail of a study is written: `summaries/audit-trail.csv`. */
export const auditTrailPath = `${summaryFolder}/audit-trail.csv`;

const columns = ['at', 'by', 'action', 'id', 'code', 'transcript', 'quote', 'before', 'after'] as const;

/** The logs of a study, with those of which only the history is left, sorted. */
export async function trailLogs(study: Study): Promise<string[]> {
  const kept = (await study.historyPaths()).map((path) => logOfHistory(path)!);
  return [...new Set([...(await study.logPaths()), ...kept])].sort(compareStrings);
}

/** Where the logs of codings and what was compacted of them are read from. */
type LogSource = Pick<Study, 'sourceText' | 'readLog'>;

/** What was done to the codings of one log, in the order in which it was done; compacting takes none of it away. */
export async function trailOf(study: LogSource, path: string): Promise<TrailStep[]> {
  const { transcript } = parseLogPath(path)!;
  const entries = await entriesOf(study, path);
  return historyOf(entries).map((step) => ({ ...step, log: path, transcript }));
}

/** When each coding of a log was made, by its id: the steps of `trailOf` that are `added`. */
export async function datesOfCodings(study: LogSource, path: string): Promise<ReadonlyMap<string, string>> {
  return firstDates(await entriesOf(study, path));
}

/** Everything that was ever written in one log, in this order. */
async function entriesOf(study: LogSource, path: string): Promise<readonly LogEntry[]> {
  const past = historyPath(path);
  const kept = (await study.sourceText(past)) ?? '';
  const { log, text } = await study.readLog(path);
  if (kept === '') return log.entries;
  const known = new Set(linesOf(kept));
  const counting = new Set(log.counting);
  // A line that was replaced and came back through a merge was not done again.
  const own = log.entries.filter(
    (entry) => counting.has(entry) || !known.has(text.slice(entry.line.start, entry.line.end).trim()),
  );
  return [...parseLog(past, kept).log.entries, ...own];
}

/**
 * Writes a row for each step (RFC 4180, UTF-8), by time; what has no readable time stands at the end. A cell that
 * a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function renderTrail(steps: readonly TrailStep[]): string {
  const rows = byTime(steps).map(({ at, by, action, id, coding, transcript, before, after }) => [
    at,
    by,
    action,
    id,
    coding?.code ?? '',
    transcript,
    coding?.quote ?? '',
    before,
    after,
  ]);
  return csvLines([columns, ...rows]);
}

function byTime(steps: readonly TrailStep[]): TrailStep[] {
  const timed = steps.map((step) => ({ step, time: Date.parse(step.at) }));
  const orLast = (time: number) => (Number.isNaN(time) ? Number.MAX_VALUE : time);
  return timed.sort((a, b) => orLast(a.time) - orLast(b.time)).map(({ step }) => step);
}
