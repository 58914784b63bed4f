import { type CopyMerge, mergeCopy } from '../core/coding/mergeCopy';
import { historyPath } from '../core/coding/paths';
import { decodeText } from '../core/text/decode';
import type { FolderStore } from './fileStore';

/**
 * Adds to a log what a copy of it holds beyond it; the copy stays. What was added is on disk when resolved. A copy
 * of which nothing is left to add adds nothing.
 */
export async function mergeLogCopy(
  files: Pick<FolderStore, 'read' | 'append'>,
  log: string,
  copy: string,
): Promise<CopyMerge> {
  const textOf = async (path: string) => decodeText((await files.read(path)) ?? new Uint8Array()).text;
  const merge = mergeCopy(log, await textOf(log), await textOf(historyPath(log)), await textOf(copy));
  if (merge.lines.length > 0) await files.append(log, merge.lines);
  return merge;
}
