import { dateOf, idOf, linesOf, parseLog } from './log';

/** What a copy of a log has that the log has not. */
export interface CopyMerge {
  /** The lines to add at the log's end, after which of each id the newest counts. */
  readonly lines: readonly string[];
  /** How many lines of the copy cannot be read; they are not among these. */
  readonly unreadable: number;
}

/**
 * Finds what must be added to a log so that it holds all that another version of it holds. Both have gone on from
 * the same lines; of an id that both have changed the line that is dated last is to count, so the log's own line
 * is said again after the copy's where it is the newer one. Nothing is taken away.
 * @param past the text of the log's history: what compacting took out is not new
 */
export function mergeCopy(path: string, text: string, past: string, copy: string): CopyMerge {
  const known = new Set([...linesOf(text), ...linesOf(past)]);
  const theirs = parseLog(path, copy);
  const added = theirs.log.entries
    .map((entry) => ({ entry, line: copy.slice(entry.line.start, entry.line.end).trim() }))
    .filter(({ line }) => !known.has(line));
  const lastOf = new Map(added.map(({ entry }) => [idOf(entry), entry]));
  const newer = parseLog(path, text).log.counting.filter((entry) => {
    const theirLast = lastOf.get(idOf(entry));
    return theirLast !== undefined && !(Date.parse(dateOf(entry)) < Date.parse(dateOf(theirLast)));
  });
  const saidAgain = newer.map(({ line }) => text.slice(line.start, line.end).trim());
  const unreadable = theirs.problems.filter(({ code }) => code !== 'log-older-line').length;
  return { lines: [...new Set(added.map(({ line }) => line)), ...saidAgain], unreadable };
}
