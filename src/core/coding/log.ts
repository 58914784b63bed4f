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
  return { log: logOf(entries, counting), problems: problems.problems };
}

function logOf(entries: readonly LogEntry[], counting: readonly LogEntry[]): CodingLog {
  const current: Coding[] = [];
  const removed: string[] = [];
  for (const entry of counting) {
    if (entry.kind === 'coding') current.push(entry.coding);
    else removed.push(entry.id);
  }
  let known: ReadonlyMap<string, Range> | undefined;
  return {
    entries,
    counting,
    current,
    removed,
    get lines() {
      known ??= linesByCoding(counting);
      return known;
    },
  };
}

function linesByCoding(counting: readonly LogEntry[]): ReadonlyMap<string, Range> {
  const codings = counting.filter(({ kind }) => kind === 'coding');
  return new Map(codings.map((entry) => [idOf(entry), entry.line]));
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
  if (!isFilled(id)) return bad(report, 'id', 'a text');
  const said = (value: unknown) => (isText(value) ? value : '');
  return { kind: 'removal', line, id, by: said(by), at: said(at) };
}

function readCoding(
  record: Readonly<Record<string, unknown>>,
  line: Range,
  report: Report,
): LogEntry | undefined {
  const { id, code, start, end, quote, prefix, suffix, by, at } = record;
  if (!isFilled(id)) return bad(report, 'id', 'a text');
  if (!isFilled(code)) return bad(report, 'code', 'a text');
  if (!isFilled(quote)) return bad(report, 'quote', 'a text');
  if (!isText(prefix)) return bad(report, 'prefix', 'a text');
  if (!isText(suffix)) return bad(report, 'suffix', 'a text');
  if (!isFilled(by)) return bad(report, 'by', 'a text');
  if (!isFilled(at)) return bad(report, 'at', 'a text');
  if (!isOffset(start)) return bad(report, 'start', 'an offset in the text');
  if (!isOffset(end) || end <= start) return bad(report, 'end', 'an offset in the text');
  const options = readOptions(record, report);
  if (!options) return undefined;
  // Many codings have the same code and coder.
  const coding = { id, code: shared(code), start, end, quote, prefix, suffix, by: shared(by), at };
  // With the options last, most need no more memory than their own.
  return { kind: 'coding', line, coding: options === noOptions ? coding : { ...coding, ...options } };
}

type Options = Pick<Coding, 'memo' | 'star' | 'from' | 'defined'>;
const noOptions: Options = {};

/** What some codings have; undefined where any of it is wrong. */
function readOptions(record: Readonly<Record<string, unknown>>, report: Report): Options | undefined {
  const { memo, star, from, defined } = record;
  if (memo === undefined && star === undefined && from === undefined && defined === undefined)
    return noOptions;
  if (memo !== undefined && !isText(memo)) return bad(report, 'memo', 'a text');
  if (defined !== undefined && !isText(defined)) return bad(report, 'defined', 'a text');
  if (star !== undefined && typeof star !== 'boolean') return bad(report, 'star', 'true or false');
  if (from !== undefined && !isListOfTexts(from)) return bad(report, 'from', 'a list of texts');
  return {
    ...(memo !== undefined && { memo }),
    ...(star && { star }),
    ...(from !== undefined && { from }),
    ...(defined !== undefined && { defined }),
  };
}

function bad(report: Report, field: string, wanted: string): undefined {
  report('log-bad-field', field, wanted);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFilled(value: unknown): value is string {
  return isText(value) && value !== '';
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** The lines of a log that are not blank, without white space around them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
