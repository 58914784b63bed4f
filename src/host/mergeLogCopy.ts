import { historyPath } from '../core/coding/paths';
import { type CopyMerge, mergeCopy } from '../core/mergeCopy';
import { decodeText } from '../core/text/decode';
import type { FolderStore } from './fileStore';

/**
 * Adds to a log of codings, reviews or progress what a copy of it holds beyond it; the copy stays. What was added is on disk when resolved. A copy
 * of which nothing is left to add adds nothing.
 */
export async function mergeLogCopy(
  files: Pick<FolderStore, 'read' | 'append'>,
  log: string,
  copy: string,
): Promise<CopyMerge> {
  const textOf = async (path: string) => decodeText((await files.read(path)) ?? new Uint8Array()).text;
  const history = historyPath(log);
  const past = history === log ? '' : await textOf(history);
  const merge = mergeCopy(log, await textOf(log), past, await textOf(copy));
  if (merge.lines.length > 0) await files.append(log, merge.lines);
  return merge;
}
