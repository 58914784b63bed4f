import { type Problem, ProblemList } from '../problem';
import type { ProblemCode } from '../problemCatalog';
import { isOffset, jsonLines } from '../text/jsonLines';
import type { Range } from '../text/range';
import { shared } from '../text/shared';
import type { Coding } from './coding';

/** One readable line of a log: a coding as it stood at that time, or that it was removed. */
export type LogEntry = { readonly line: Range } & (
  | { readonly kind: 'coding'; readonly coding: Coding }
  | { readonly kind: 'removal'; readonly id: string; readonly by: string; readonly at: string }
);

/** A log as it was read before. */
interface EarlierLog {
  readonly text: string;
  readonly log: CodingLog;
  readonly problems: readonly Problem[];
}

/** A coding log: every readable entry in order, and the codings that hold now, in order of first appearance. */
export interface CodingLog {
  readonly entries: readonly LogEntry[];
  /** The one entry of each id that counts, in order of first appearance of the ids. */
  readonly counting: readonly LogEntry[];
  readonly current: readonly Coding[];
  /** The ids of the codings that were removed, and not made again. */
  readonly removed: readonly string[];
  /** The line of each current coding, by id. */
  readonly lines: ReadonlyMap<string, Range>;
}

const keyOrder = [
  'id',
  'code',
  'start',
  'end',
  'quote',
  'prefix',
  'suffix',
  'memo',
  'star',
  'from',
  'defined',
  'by',
  'at',
] as const;
const textFields = ['id', 'code', 'quote', 'prefix', 'suffix', 'by', 'at'] as const;

const noLines: ReadonlySet<string> = new Set();
/** Milliseconds by which a line may be dated before the one it replaces: clocks are set right now and then. */
const clockTolerance = 60_000;

/**
 * Reads a coding log (JSON Lines): the last line with an id wins, a line with `deleted` removes it. A line
 * that cannot be read is a problem with its place; nothing of it is lost, since logs are only appended to.
 *
 * The order of the lines decides, not their dates: a clock that was set back must not undo what was done after.
 * Where git or a sync program has put two versions of a file together, that order is theirs, and the line that
 * comes last may be the older one. It counts all the same, as for every reader, and is a problem to look at.
 * @param replaced lines that are known to have been replaced; they do not count after a line that is not
 * @param before the log before lines were added at its end: only these are read, and the codings before stay the same
 */
export function parseLog(
  file: string,
  text: string,
  replaced: ReadonlySet<string> = noLines,
  before?: EarlierLog,
): { log: CodingLog; problems: readonly Problem[] } {
  const problems = new ProblemList(file, text);
  const known = before && isGrown(before, text) ? before : undefined;
  const entries: LogEntry[] = [...(known?.log.entries ?? [])];
  for (const { line, record, fault } of jsonLines(text, known?.text.length)) {
    const report: Report = (code, ...args) => problems.add(code, line, ...args);
    const entry = record && readEntry(record, line, report);
    if (entry) entries.push(entry);
    else if (fault) report(fault === 'conflict' ? 'log-conflict' : 'log-not-json');
  }
  const isReplaced = ({ line }: LogEntry) =>
    replaced.size > 0 && replaced.has(text.slice(line.start, line.end).trim());
  const counting = countingEntries(entries, isReplaced, (entry, newer) =>
    problems.add('log-older-line', entry.line, dateOf(entry), dateOf(newer)),
  );
  const current = counting.flatMap((entry) => (entry.kind === 'coding' ? [entry] : []));
  const lines = new Map(current.map(({ coding, line }) => [coding.id, line]));
  const removed = counting.flatMap((entry) => (entry.kind === 'removal' ? [entry.id] : []));
  const log = { entries, counting, current: current.map(({ coding }) => coding), removed, lines };
  return { log, problems: problems.problems };
}

function isGrown(before: EarlierLog, text: string): boolean {
  return before.problems.length === 0 && before.text.endsWith('\n') && text.startsWith(before.text);
}

/** The id that an entry is about. */
export function idOf(entry: LogEntry): string {
  return entry.kind === 'coding' ? entry.coding.id : entry.id;
}

/** When an entry says that it was written: ISO 8601. */
export function dateOf(entry: LogEntry): string {
  return entry.kind === 'coding' ? entry.coding.at : entry.at;
}

/** The last entry of each id; `tellOlder` hears of those that are dated before one that they replace. */
function countingEntries(
  entries: readonly LogEntry[],
  isReplaced: (entry: LogEntry) => boolean,
  tellOlder: (entry: LogEntry, newer: LogEntry) => void,
): LogEntry[] {
  const last = new Map<string, LogEntry>();
  const newest = new Map<string, LogEntry>();
  for (const entry of entries) {
    const id = idOf(entry);
    const before = last.get(id);
    if (before && isReplaced(entry) && !isReplaced(before)) continue;
    last.set(id, entry);
    const newer = before && (newest.get(id) ?? before);
    if (newer) newest.set(id, isDatedBefore(entry, newer, 0) ? newer : entry);
  }
  for (const [id, entry] of newest) {
    const counts = last.get(id)!;
    if (isDatedBefore(counts, entry, clockTolerance)) tellOlder(counts, entry);
  }
  return [...last.values()];
}

function isDatedBefore(entry: LogEntry, other: LogEntry, tolerance: number): boolean {
  return Date.parse(dateOf(entry)) < Date.parse(dateOf(other)) - tolerance;
}

/** The log line (without line end) that adds a coding, or changes the one with its id. */
export function codingLine(coding: Coding): string {
  const record = coding as unknown as Record<string, unknown>;
  const known = keyOrder.filter((key) => record[key] !== undefined).map((key) => [key, record[key]]);
  return JSON.stringify(Object.fromEntries(known));
}

/** The log line (without line end) that removes a coding. */
export function removalLine(id: string, by: string, at: string): string {
  return JSON.stringify({ id, deleted: true, by, at });
}

type Report = (code: ProblemCode, ...args: string[]) => void;

function readEntry(
  record: Readonly<Record<string, unknown>>,
  line: Range,
  report: Report,
): LogEntry | undefined {
  return record.deleted === true ? readRemoval(record, line, report) : readCoding(record, line, report);
}

function readRemoval(
  record: Readonly<Record<string, unknown>>,
  line: Range,
  report: Report,
): LogEntry | undefined {
  const { id, by, at } = record;
  if (typeof id !== 'string' || id === '') {
    report('log-bad-field', 'id', 'a text');
    return undefined;
  }
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  return { kind: 'removal', line, id, by: said(by), at: said(at) };
}

function readCoding(
  record: Readonly<Record<string, unknown>>,
  line: Range,
  report: Report,
): LogEntry | undefined {
  const { start, end, memo, star, from, defined } = record;
  const badText = textFields.find(
    (field) => typeof record[field] !== 'string' || (mustBeFilled(field) && record[field] === ''),
  );
  if (badText) {
    report('log-bad-field', badText, 'a text');
    return undefined;
  }
  if (!isOffset(start) || !isOffset(end) || end <= start) {
    report('log-bad-field', isOffset(start) ? 'end' : 'start', 'an offset in the text');
    return undefined;
  }
  const badOption = [['memo', memo] as const, ['defined', defined] as const].find(
    ([, value]) => value !== undefined && typeof value !== 'string',
  );
  if (badOption) {
    report('log-bad-field', badOption[0], 'a text');
    return undefined;
  }
  if (star !== undefined && typeof star !== 'boolean') {
    report('log-bad-field', 'star', 'true or false');
    return undefined;
  }
  if (from !== undefined && !isListOfTexts(from)) {
    report('log-bad-field', 'from', 'a list of texts');
    return undefined;
  }
  const { id, code, quote, prefix, suffix, by, at } = record as Record<(typeof textFields)[number], string>;
  const options = {
    ...(typeof memo === 'string' && { memo }),
    ...(star === true && { star }),
    ...(from !== undefined && { from: from as readonly string[] }),
    ...(typeof defined === 'string' && { defined }),
  };
  // Many codings have the same; with the options last, most need no more memory than their own.
  const coding = {
    id,
    code: shared(code),
    start,
    end,
    quote,
    prefix,
    suffix,
    by: shared(by),
    at,
    ...options,
  };
  return { kind: 'coding', line, coding };
}

function mustBeFilled(field: string): boolean {
  return field !== 'prefix' && field !== 'suffix';
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** The lines of a log that are not blank, without white space around them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
