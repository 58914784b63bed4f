import type { Problem } from '../problem';
import { linesOf, parseLog } from './log';

/** A log without the lines that others of it have replaced. */
export interface CompactedLog {
  /** The log's new text: of each id the one line that counts, in their order and as they were. */
  readonly text: string;
  /** The lines that were replaced and are not yet in the log's history, in their order. */
  readonly replaced: readonly string[];
  /** The first line that cannot be read; the log is then left as it is. */
  readonly unreadable?: Problem;
}

/**
 * Takes the lines out of a log that have been replaced. The line that removes a coding stays, so that a copy of
 * the log from before, merged later, does not bring the coding back. What is taken out belongs into the log's
 * history: this file and the log together hold every line there was.
 * @param past the text of the log's history, empty where there is none
 */
export function compactLog(path: string, text: string, past: string): CompactedLog {
  const kept = new Set(linesOf(past));
  const { log, problems } = parseLog(path, text, kept);
  const unreadable = problems.find(({ code }) => code !== 'log-older-line');
  if (unreadable) return { text, replaced: [], unreadable };
  const counting = new Set(log.counting);
  const lines = log.entries.map((entry) => ({
    entry,
    line: text.slice(entry.line.start, entry.line.end).trim(),
  }));
  const left = new Set(lines.flatMap(({ entry, line }) => (counting.has(entry) ? [line] : [])));
  const replaced = lines.filter(({ line }) => !left.has(line) && !kept.has(line));
  return {
    text: lines.flatMap(({ entry, line }) => (counting.has(entry) ? [`${line}\n`] : [])).join(''),
    replaced: [...new Set(replaced.map(({ line }) => line))],
  };
}

/** A log with the lines of its history in front again, each once. */
export function restoreLog(text: string, past: string): string {
  const lines = linesOf(text);
  const there = new Set(lines);
  const readable = parseLog('', past).log.entries.map(({ line }) => past.slice(line.start, line.end).trim());
  const back = readable.filter((line) => !there.has(line));
  return [...back, ...lines].map((line) => `${line}\n`).join('');
}
