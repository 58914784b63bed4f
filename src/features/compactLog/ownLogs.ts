import * as vscode from 'vscode';
import { mapBounded } from '../../core/cache/bounded';
import { historyPath, parseLogPath } from '../../core/coding/paths';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** A log that a command can act on, as a line of a quick pick. */
type LogItem = vscode.QuickPickItem & { readonly log: string };

/** The coder's own logs in which lines have been replaced. Nobody else's: every file has one writer. */
export async function compactable(services: Services, session: StudySession): Promise<LogItem[]> {
  const items = await mapBounded(await ownLogs(services, session), async (log) => {
    const { entries, counting } = (await session.study.readLog(log)).log;
    const replaced = entries.length - counting.length;
    const description = vscode.l10n.t('{0} of {1} lines have been replaced', replaced, entries.length);
    return replaced > 0 ? [itemOf(log, description)] : [];
  });
  return items.flat();
}

/** The coder's own logs that have been compacted. */
export async function restorable(services: Services, session: StudySession): Promise<LogItem[]> {
  const kept = new Set(await session.study.historyPaths());
  const own = await ownLogs(services, session);
  return own.filter((log) => kept.has(historyPath(log))).map((log) => itemOf(log, ''));
}

/** The logs that are given by path, or that a person picks; throws where the question was dismissed. */
export async function askLogs(
  items: readonly LogItem[],
  given: unknown,
  words: { readonly title: string; readonly placeHolder: string },
): Promise<readonly string[]> {
  if (Array.isArray(given)) return items.map(({ log }) => log).filter((log) => given.includes(log));
  const picked = await vscode.window.showQuickPick(items, { ...words, canPickMany: true });
  if (!picked || picked.length === 0) throw new vscode.CancellationError();
  return picked.map(({ log }) => log);
}

async function ownLogs({ coder }: Services, session: StudySession): Promise<string[]> {
  const name = await coder.need(session);
  if (name === undefined) throw new vscode.CancellationError();
  return (await session.study.logPaths()).filter((path) => parseLogPath(path)!.coder === name);
}

function itemOf(log: string, description: string): LogItem {
  const label = parseLogPath(log)!.transcript.replace(/^transcripts\//, '');
  return { label, description, picked: true, log };
}
