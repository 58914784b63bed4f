import { dateOf, idOf, linesOf, parseLog } from './coding/log';
import { parseLogPath } from './coding/paths';
import { parseProgressPath } from './review/paths';
import { parseProgress } from './review/progress';
import { parseReviewLog } from './review/reviewLog';
import { jsonLines } from './text/jsonLines';
import { LineIndex } from './text/lineIndex';

/** What a copy of a log has that the log has not. */
export interface CopyMerge {
  /** The lines to add at the log's end, after which of each id the newest counts. */
  readonly lines: readonly string[];
  /** How many lines of the copy cannot be read; they are not among these. */
  readonly unreadable: number;
}

/** A line that can be read, what it is about, and when it says that it was written (ISO 8601). */
interface DatedLine {
  readonly line: string;
  readonly id: string;
  readonly at: string;
}

interface DatedLines {
  readonly lines: readonly DatedLine[];
  readonly unreadable: number;
}

/**
 * Finds what must be added to a log of codings, reviews or progress so that it holds all that another version of it
 * holds. Both have gone on from the same lines; of an id that both have changed the line that is dated last is to
 * count, so the log's own line is said again after the copy's where it is the newer one. Nothing is taken away.
 * @param path of the log
 * @param past the text of the log's history: what compacting took out is not new
 */
export function mergeCopy(path: string, text: string, past: string, copy: string): CopyMerge {
  const known = new Set([...linesOf(text), ...linesOf(past)]);
  const theirs = datedLines(path, copy);
  const added = theirs.lines.filter(({ line }) => !known.has(line));
  const theirLast = lastOfEach(added);
  const newer = [...lastOfEach(datedLines(path, text).lines).values()].filter(({ id, at }) => {
    const other = theirLast.get(id);
    return other !== undefined && !(Date.parse(at) < Date.parse(other.at));
  });
  const lines = [...new Set(added.map(({ line }) => line)), ...newer.map(({ line }) => line)];
  return { lines, unreadable: theirs.unreadable };
}

function lastOfEach(lines: readonly DatedLine[]): Map<string, DatedLine> {
  return new Map(lines.map((one) => [one.id, one]));
}

function datedLines(path: string, text: string): DatedLines {
  if (parseLogPath(path)) return codingLines(path, text);
  if (parseProgressPath(path) !== undefined) {
    return recordLines(text, 'transcript', parseProgress(path, text).problems);
  }
  return recordLines(text, 'id', parseReviewLog(path, text).problems);
}

function codingLines(path: string, text: string): DatedLines {
  const { log, problems } = parseLog(path, text);
  const lines = log.entries.map((entry) => ({
    line: text.slice(entry.line.start, entry.line.end).trim(),
    id: idOf(entry),
    at: dateOf(entry),
  }));
  return { lines, unreadable: problems.filter(({ code }) => code !== 'log-older-line').length };
}

/** Lines of a log whose reader keeps no more than what counts; `key` names what each is about. */
function recordLines(
  text: string,
  key: string,
  problems: readonly { readonly start: { readonly line: number } }[],
): DatedLines {
  const bad = new Set(problems.map(({ start }) => start.line));
  const index = new LineIndex(text);
  const lines = [...jsonLines(text)].flatMap(({ line, record }) =>
    record && !bad.has(index.positionAt(line.start).line)
      ? [{ line: text.slice(line.start, line.end).trim(), id: String(record[key]), at: String(record.at) }]
      : [],
  );
  return { lines, unreadable: problems.length };
}
