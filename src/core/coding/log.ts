import { type Problem, ProblemList } from '../problem';
import type { ProblemCode } from '../problemCatalog';
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
  /** The line of each current coding, by id. */
  readonly lines: ReadonlyMap<string, Range>;
}

const keyOrder = ['id', 'code', 'start', 'end', 'quote', 'prefix', 'suffix', 'memo', 'by', 'at'] as const;
const textFields = ['id', 'code', 'quote', 'prefix', 'suffix', 'by', 'at'] as const;

/**
 * Reads a coding log (JSON Lines): the last line with an id wins, a line with `deleted` removes it. A line
 * that cannot be read is a problem with its place; nothing of it is lost, since logs are only appended to.
 */
export function parseLog(file: string, text: string): { log: CodingLog; problems: readonly Problem[] } {
  const problems = new ProblemList(file, text);
  const entries: LogEntry[] = [];
  for (const line of nonBlankLines(text)) {
    const entry = parseLine(text.slice(line.start, line.end), line, (code, ...args) =>
      problems.add(code, line, ...args),
    );
    if (entry) entries.push(entry);
  }
  const current = new Map<string, Coding>();
  const lines = new Map<string, Range>();
  for (const entry of entries) {
    if (entry.kind === 'coding') {
      current.set(entry.coding.id, entry.coding);
      lines.set(entry.coding.id, entry.line);
    } else {
      current.delete(entry.id);
      lines.delete(entry.id);
    }
  }
  return { log: { entries, current: [...current.values()], lines }, problems: problems.problems };
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

function parseLine(text: string, line: Range, report: Report): LogEntry | undefined {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(text)) {
    report('log-conflict');
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    report('log-not-json');
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report('log-not-json');
    return undefined;
  }
  const record = value as Record<string, unknown>;
  return record.deleted === true ? readRemoval(record, line, report) : readCoding(record, line, report);
}

function readRemoval(record: Record<string, unknown>, line: Range, report: Report): LogEntry | undefined {
  const { id, by, at } = record;
  if (typeof id !== 'string' || id === '') {
    report('log-bad-field', 'id', 'a text');
    return undefined;
  }
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  return { kind: 'removal', line, id, by: said(by), at: said(at) };
}

function readCoding(record: Record<string, unknown>, line: Range, report: Report): LogEntry | undefined {
  const { start, end, memo } = record;
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
  if (memo !== undefined && typeof memo !== 'string') {
    report('log-bad-field', 'memo', 'a text');
    return undefined;
  }
  const { id, code, quote, prefix, suffix, by, at } = record as Record<(typeof textFields)[number], string>;
  const coding = { id, code, start, end, quote, prefix, suffix, by, at };
  return { kind: 'coding', line, coding: memo === undefined ? coding : { ...coding, memo } };
}

function mustBeFilled(field: string): boolean {
  return field !== 'prefix' && field !== 'suffix';
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function* nonBlankLines(text: string): Generator<Range> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end + 1;
  }
}
