import { compactLog, restoreLog } from '../core/coding/compaction';
import { historyPath } from '../core/coding/paths';
import { normalizeLineEnds } from '../core/text/decode';
import type { FolderStore } from './fileStore';

type Files = Pick<FolderStore, 'read' | 'append' | 'rewrite'>;

/** What became of a log: how many lines left it, or the line (from 1) for which it was left as it is. */
export interface CompactionOutcome {
  readonly moved: number;
  /** 0 where no line is to blame, but the file or its history is no UTF-8. */
  readonly unreadable?: number;
}

/**
 * Moves the lines of a log that others have replaced into its history. They are on disk there before they leave
 * the log, so that whatever stops this in between, at worst they stand in both. Lines that are added meanwhile stay.
 */
export async function compactLogFile(files: Files, log: string): Promise<CompactionOutcome> {
  let outcome: CompactionOutcome = { moved: 0 };
  await files.rewrite(log, async (bytes) => {
    const [before, past] = [textOf(bytes), textOf(await files.read(historyPath(log)))];
    outcome = { moved: 0, unreadable: 0 };
    if (before === undefined || past === undefined) return undefined;
    const { text, replaced, unreadable } = compactLog(log, before, past);
    outcome = unreadable
      ? { moved: 0, unreadable: unreadable.start.line + 1 }
      : { moved: lineCount(before) - lineCount(text) };
    if (outcome.moved === 0) return undefined;
    if (replaced.length > 0) await files.append(historyPath(log), replaced);
    return text;
  });
  return outcome;
}

/**
 * Puts the lines of a log's history in front of it again; the history keeps them too. False where either is no
 * UTF-8; both are then left as they are.
 */
export async function restoreLogFile(files: Files, log: string): Promise<boolean> {
  let readable = true;
  await files.rewrite(log, async (bytes) => {
    const [before, past] = [textOf(bytes), textOf(await files.read(historyPath(log)))];
    readable = before !== undefined && past !== undefined;
    return before === undefined || past === undefined ? undefined : restoreLog(before, past);
  });
  return readable;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return normalizeLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function lineCount(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
