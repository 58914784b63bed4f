import { linesOf } from '../coding/log';
import { historyPath, logOfHistory, parseLogPath } from '../coding/paths';
import { logWriter } from '../copies';
import { mergeCopy } from '../mergeCopy';
import type { FileStore } from '../ports';
import { parseReviewPath } from '../review/paths';
import { compareStrings } from '../text/compare';
import { decodeText } from '../text/decode';

/** What a study gets of a copy that others have worked in. */
export interface BroughtBack {
  /** Files that the study does not have, by path: logs of its interviews, and scores. */
  readonly writes: ReadonlyMap<string, Uint8Array>;
  /** Lines to be added at the end of logs, by path. */
  readonly appends: ReadonlyMap<string, readonly string[]>;
  /** Files that are not the same in the study, or not there; the study stays as it is. */
  readonly different: readonly string[];
}

/**
 * Finds what was added in a copy of a study: lines of logs, and files. Nothing of the study is changed or removed. A
 * line that the study has of the same time is not new, however its names are written.
 * @param restored the files of the copy, by path, with the names put back
 */
export async function bringBack(
  study: FileStore,
  restored: ReadonlyMap<string, Uint8Array>,
): Promise<BroughtBack> {
  const writes = new Map<string, Uint8Array>();
  const appends = new Map<string, readonly string[]>();
  const different: string[] = [];
  const transcripts = new Set(await study.list('transcripts'));
  for (const [path, bytes] of [...restored].sort(([a], [b]) => compareStrings(a, b))) {
    const log = logOfHistory(path) ?? path;
    const own = await study.read(path);
    const isLog = logWriter(log) !== undefined;
    if (isLog ? !isOf(log, transcripts) : !own && !/^scores\//.test(path)) different.push(path);
    else if (isLog && (own || log !== path)) {
      const lines = await newLines(study, path, log, bytes);
      if (lines.length > 0) appends.set(path, lines);
    } else if (!own) writes.set(path, bytes);
    else if (decodeText(own).text !== decodeText(bytes).text) different.push(path);
  }
  return { writes, appends, different };
}

/** Whether a log is of one of these transcripts, or of none in particular. */
function isOf(log: string, transcripts: ReadonlySet<string>): boolean {
  const transcript = parseLogPath(log)?.transcript ?? parseReviewPath(log)?.transcript;
  return transcript === undefined || transcripts.has(transcript);
}

/** The lines of a log, or of what was compacted out of it, that the study has in neither. */
async function newLines(
  study: FileStore,
  path: string,
  log: string,
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const textOf = async (one: string) => decodeText((await study.read(one)) ?? new Uint8Array()).text;
  const own = await textOf(log);
  const past = parseLogPath(log) ? await textOf(historyPath(log)) : '';
  const moments = new Set([...linesOf(own), ...linesOf(past)].map(momentOf));
  const added = linesOf(decodeText(bytes).text).filter((line) => !moments.has(momentOf(line)));
  return path === log ? mergeCopy(log, own, past, added.join('\n')).lines : added;
}

/** What a line is about and when it was written; a line that does not say so is only the same as itself. */
function momentOf(line: string): string {
  try {
    const { id, transcript, deleted, at } = JSON.parse(line);
    return typeof at === 'string' ? JSON.stringify([id ?? transcript, deleted, at]) : line;
  } catch {
    return line;
  }
}
