import { linesOf } from '../coding/log';
import { historyPath, logOfHistory, parseLogPath } from '../coding/paths';
import { logWriter } from '../copies';
import { mergeCopy } from '../mergeCopy';
import type { FileStore } from '../ports';
import { compareStrings } from '../text/compare';
import { decodeText } from '../text/decode';

/** What a study gets of a copy that others have worked in. */
export interface BroughtBack {
  /** Files that the study does not have, by path. */
  readonly writes: ReadonlyMap<string, Uint8Array>;
  /** Lines to be added at the end of logs, by path. */
  readonly appends: ReadonlyMap<string, readonly string[]>;
  /** Files that are not the same in the study; they stay as they are there. */
  readonly different: readonly string[];
}

/**
 * Finds what was added in a copy of a study: lines of logs, and files. Nothing of the study is changed or removed.
 * @param restored the files of the copy, by path, with the names put back
 */
export async function bringBack(
  study: FileStore,
  restored: ReadonlyMap<string, Uint8Array>,
): Promise<BroughtBack> {
  const writes = new Map<string, Uint8Array>();
  const appends = new Map<string, readonly string[]>();
  const different: string[] = [];
  for (const [path, bytes] of [...restored].sort(([a], [b]) => compareStrings(a, b))) {
    const own = await study.read(path);
    const log = logOfHistory(path);
    if (log !== undefined) {
      const lines = await newHistory(study, log, own, bytes);
      if (lines.length > 0) appends.set(path, lines);
    } else if (!own) writes.set(path, bytes);
    else if (logWriter(path) !== undefined) {
      const lines = await newLines(study, path, own, bytes);
      if (lines.length > 0) appends.set(path, lines);
    } else if (decodeText(own).text !== decodeText(bytes).text) different.push(path);
  }
  return { writes, appends, different };
}

/** The lines that were compacted in the copy and that the study has neither in the log nor among those compacted. */
async function newHistory(
  study: FileStore,
  log: string,
  own: Uint8Array | undefined,
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const known = [own, await study.read(log)].flatMap((one) => (one ? linesOf(decodeText(one).text) : []));
  const there = new Set(known);
  return linesOf(decodeText(bytes).text).filter((line) => !there.has(line));
}

async function newLines(
  study: FileStore,
  path: string,
  own: Uint8Array,
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const past = parseLogPath(path) && (await study.read(historyPath(path)));
  const pastText = past ? decodeText(past).text : '';
  return mergeCopy(path, decodeText(own).text, pastText, decodeText(bytes).text).lines;
}
