/** The name under which two people write what they have settled. */
export const consensusCoder = 'consensus';
const consensusLogs = `codings/${consensusCoder}/`;

/** The path of a coder's log of a transcript: `codings/<coder>/<case>/<name>.txt.jsonl`. */
export function logPath(coder: string, transcriptPath: string): string {
  return `codings/${coder}/${transcriptPath.replace(/^transcripts\//, '')}.jsonl`;
}

/** The coder and the transcript that a log's path stands for; undefined for other files below `codings/`. */
export function parseLogPath(path: string): { coder: string; transcript: string } | undefined {
  const match = /^codings\/([^/]+)\/(.+)\.jsonl$/s.exec(path);
  return match ? { coder: match[1]!, transcript: `transcripts/${match[2]!}` } : undefined;
}

/** The file that keeps the lines which compacting has taken out of a log: `history/<coder>/<case>/<name>.txt.jsonl`. */
export function historyPath(log: string): string {
  return log.replace(/^codings\//, 'history/');
}

/** The log whose replaced lines a file below `history/` keeps; undefined for other files. */
export function logOfHistory(path: string): string | undefined {
  const log = path.replace(/^history\//, 'codings/');
  return log !== path && parseLogPath(log) ? log : undefined;
}

/** Who a coding counts for: the consensus where its log is that of what was settled, else who made it. */
export function coderOf({
  log,
  coding,
}: {
  readonly log: string;
  readonly coding: { readonly by: string };
}): string {
  return log.startsWith(consensusLogs) ? consensusCoder : coding.by;
}

/**
 * True where a name can be that of a coder: it becomes a folder on every system, so no slashes, no characters
 * that Windows refuses, no dots or spaces at the ends, and not `consensus`, which stands for what was settled.
 */
export function isCoderName(name: string): boolean {
  return (
    name.length <= 60 &&
    !/[\\/:*?"<>|\p{Cc}]|^[.\s]|[.\s]$|^$/u.test(name) &&
    !/^(?:consensus|con|prn|aux|nul|com\d|lpt\d)$/i.test(name)
  );
}
