import { type Problem, ProblemList } from '../problem';
import type { ProblemCode } from '../problemCatalog';
import { isOffset, jsonLines } from '../text/jsonLines';
import type { Range } from '../text/range';
import type { Coding } from './coding';

/** One readable line of a log: a coding as it stood at that time, or that it was removed. */
type LogEntry = { readonly line: Range } & (
  | { readonly kind: 'coding'; readonly coding: Coding }
  | { readonly kind: 'removal'; readonly id: string; readonly by: string; readonly at: string }
);

/** A coding log: every readable entry in order, and the codings that hold now, in order of first appearance. */
export interface CodingLog {
  readonly entries: readonly LogEntry[];
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
  'from',
  'defined',
  'by',
  'at',
] as const;
const textFields = ['id', 'code', 'quote', 'prefix', 'suffix', 'by', 'at'] as const;

/**
 * Reads a coding log (JSON Lines): the last line with an id wins, a line with `deleted` removes it. A line
 * that cannot be read is a problem with its place; nothing of it is lost, since logs are only appended to.
 */
export function parseLog(file: string, text: string): { log: CodingLog; problems: readonly Problem[] } {
  const problems = new ProblemList(file, text);
  const entries: LogEntry[] = [];
  for (const { line, record, fault } of jsonLines(text)) {
    const report: Report = (code, ...args) => problems.add(code, line, ...args);
    const entry = record && readEntry(record, line, report);
    if (entry) entries.push(entry);
    else if (fault) report(fault === 'conflict' ? 'log-conflict' : 'log-not-json');
  }
  const current = new Map<string, Coding>();
  const lines = new Map<string, Range>();
  const removed = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'coding') {
      current.set(entry.coding.id, entry.coding);
      lines.set(entry.coding.id, entry.line);
      removed.delete(entry.coding.id);
    } else {
      current.delete(entry.id);
      lines.delete(entry.id);
      removed.add(entry.id);
    }
  }
  const log = { entries, current: [...current.values()], removed: [...removed], lines };
  return { log, problems: problems.problems };
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
  const { start, end, memo, from, defined } = record;
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
  if (from !== undefined && !isListOfTexts(from)) {
    report('log-bad-field', 'from', 'a list of texts');
    return undefined;
  }
  const { id, code, quote, prefix, suffix, by, at } = record as Record<(typeof textFields)[number], string>;
  const options = {
    ...(typeof memo === 'string' && { memo }),
    ...(from !== undefined && { from: from as readonly string[] }),
    ...(typeof defined === 'string' && { defined }),
  };
  return {
    kind: 'coding',
    line,
    coding: { id, code, start, end, quote, prefix, suffix, ...options, by, at },
  };
}

function mustBeFilled(field: string): boolean {
  return field !== 'prefix' && field !== 'suffix';
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
