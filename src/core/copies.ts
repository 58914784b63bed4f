import { parseLogPath } from './coding/paths';
import { parseProgressPath, parseReviewPath } from './review/paths';

/** What sync programs put into the name of the version that lost, such as `x (Anna's conflicted copy 2024-03-01).txt`. */
const marks: readonly RegExp[] = [
  // Dropbox, Nextcloud, Box and others, in several languages.
  / ?\([^()]*(?:conflict|conflit|konflikt)[^()]*\)/i,
  // Syncthing.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?/,
  // Older versions of Nextcloud.
  /_conflict-\d{8}-\d{6}/,
  // OneDrive: the name of the computer.
  /-(?:DESKTOP|LAPTOP|SURFACE|WIN|PC)-[A-Z0-9]+(?=\.|$)/i,
  /-[^./]*(?:MacBook|iMac|Mac-mini|MacStudio)[^./]*(?=\.|$)/i,
];
/** What others put there, which is too common in names that people give to their transcripts. */
const marksOfLogs: readonly RegExp[] = [
  / \(\d+\)(?=\.|$)/,
  / - (?:Copy|Kopie)(?: \(\d+\))?(?=\.|$)/i,
  / \d(?=\.|$)/,
];

/** A quick look that leaves out almost every name. */
const mayBeMarked = /conflict|conflit|konflikt|-(?:desktop|laptop|surface|win|pc)-|mac| \d|\(\d|copy|kopie/i;

/**
 * The files that a sync program made of others because two computers had changed them, each with the path of the
 * other. A name alone proves nothing, so that other has to be there.
 * @param paths of the files of a folder, no logs
 */
export function findCopies(paths: readonly string[]): Map<string, string> {
  const known = new Set(paths);
  return found(paths, (path) => originals(path, marks).find((one) => known.has(one)));
}

/**
 * The same among logs, or what else stands in a file for each coder and transcript. Of the other log at least the
 * transcript has to be there, and none must have the name that the log itself stands for.
 * @param transcripts the paths of the transcripts that are no copies
 */
export function findLogCopies(logs: readonly string[], transcripts: readonly string[]): Map<string, string> {
  const known = new Set(logs);
  const isThere = new Set(transcripts);
  const isOriginal = (path: string) => {
    const transcript = transcriptOf(path);
    return transcript !== undefined && (known.has(path) || isThere.has(transcript));
  };
  return found(logs, (path) => {
    const transcript = transcriptOf(path);
    if (transcript === undefined || isThere.has(transcript)) return undefined;
    return originals(path, [...marks, ...marksOfLogs]).find(isOriginal);
  });
}

/**
 * Whose log of codings, reviews or progress a path is of: they alone add lines to it. Undefined for other files, and
 * for copies of logs.
 */
export function logWriter(path: string): string | undefined {
  return parseLogPath(path)?.coder ?? parseReviewPath(path)?.reviewer ?? parseProgressPath(path);
}

function found(
  paths: readonly string[],
  originalOf: (path: string) => string | undefined,
): Map<string, string> {
  return new Map(
    paths.flatMap((path) => {
      const original = originalOf(path);
      return original === undefined ? [] : [[path, original] as const];
    }),
  );
}

/** The paths that a file's may have been before a mark was put into it. */
function originals(path: string, possible: readonly RegExp[]): string[] {
  const nameAt = path.lastIndexOf('/') + 1;
  const name = path.slice(nameAt);
  if (!mayBeMarked.test(name)) return [];
  return possible
    .map((mark) => path.slice(0, nameAt) + name.replace(mark, ''))
    .filter((original) => original !== path);
}

/** The path of the transcript that a log or what belongs to it is of. */
function transcriptOf(log: string): string | undefined {
  return parseLogPath(log.replace(/^[^/]+/, 'codings'))?.transcript;
}
