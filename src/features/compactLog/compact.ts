import * as vscode from 'vscode';
import { historyPath } from '../../core/coding/paths';
import { Hint, HumanError } from '../../host/errors';
import { compactLogFile, restoreLogFile } from '../../host/logCompaction';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { askLogs, compactable, restorable } from './ownLogs';

/** Compacts logs of the coder's own, which are asked for where they are not given, and offers to undo it. */
export async function compactLogs(services: Services, given: unknown): Promise<void> {
  const session = services.studies.needCurrent();
  const candidates = await compactable(services, session);
  if (candidates.length === 0) {
    throw new Hint(vscode.l10n.t('There is nothing to compact: no line of your logs has been replaced.'));
  }
  const logs = await askLogs(candidates, given, {
    title: vscode.l10n.t('Compact Logs'),
    placeHolder: vscode.l10n.t('Replaced lines move to the folder “history”; nothing is lost'),
  });
  const done: string[] = [];
  const left: string[] = [];
  let moved = 0;
  for (const log of logs) {
    const outcome = await changing(session, log, () => compactLogFile(session.files, log));
    if (outcome.unreadable !== undefined) left.push(leftAlone(log, outcome.unreadable));
    else if (outcome.moved > 0) done.push(log);
    moved += outcome.moved;
  }
  if (done.length > 0) void offerUndo(session, done, moved);
  if (left.length > 0) throw new HumanError(left.join(' '));
}

/** Puts back what compacting took out of logs of the coder's own. */
export async function restoreLogs(services: Services, given: unknown): Promise<void> {
  const session = services.studies.needCurrent();
  const candidates = await restorable(services, session);
  if (candidates.length === 0) throw new Hint(vscode.l10n.t('None of your logs has been compacted.'));
  const logs = await askLogs(candidates, given, {
    title: vscode.l10n.t('Restore Compacted Logs'),
    placeHolder: vscode.l10n.t('The lines in the folder “history” are put back in front'),
  });
  await restore(session, logs);
}

async function restore(session: StudySession, logs: readonly string[]): Promise<void> {
  const left: string[] = [];
  for (const log of logs) {
    const done = await changing(session, log, () => restoreLogFile(session.files, log));
    if (!done) left.push(leftAlone(log, 0));
  }
  if (left.length > 0) throw new HumanError(left.join(' '));
  say(vscode.l10n.t('Logs restored: {0}.', logs.length));
}

async function offerUndo(session: StudySession, logs: readonly string[], moved: number): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t('{0} replaced lines moved to the folder “history”. Nothing was lost.', moved);
  if ((await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  await restore(session, logs).catch((error: Error) => vscode.window.showWarningMessage(error.message));
}

async function changing<T>(session: StudySession, log: string, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } finally {
    session.changed([log, historyPath(log)]);
  }
}

function leftAlone(path: string, line: number): string {
  return line === 0
    ? vscode.l10n.t('{0} is not saved as UTF-8, so it was left as it is.', path)
    : vscode.l10n.t(
        'Line {1} of {0} cannot be read, so the file was left as it is. Correct or remove that line first: see the Problems panel.',
        path,
        line,
      );
}
