import * as vscode from 'vscode';
import { consensusCoder } from '../../core/coding/paths';
import { logWriter } from '../../core/copies';
import { Hint, HumanError } from '../../host/errors';
import { mergeLogCopy } from '../../host/mergeLogCopy';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

interface LogCopy {
  readonly copy: string;
  readonly original: string;
  /** Whose log it is. */
  readonly writer: string;
}

/**
 * Adds the lines of copies of the coder's own logs to these logs. A copy of which all lines are there then is
 * removed where the person says so.
 */
export async function mergeCopies(services: Services, given: unknown, remove: unknown): Promise<void> {
  const session = services.studies.needCurrent();
  const chosen = await choose(await ownCopies(services, session), given);
  const merged: LogCopy[] = [];
  const unread: string[] = [];
  let added = 0;
  for (const one of chosen) {
    const { lines, unreadable } = await mergeLogCopy(session.files, one.original, one.copy);
    session.changed([one.original]);
    added += lines.length;
    if (unreadable === 0) merged.push(one);
    else unread.push(one.copy);
  }
  const message = vscode.l10n.t('Lines added: {0}.', added);
  say(message);
  if (unread.length > 0) {
    throw new HumanError(
      vscode.l10n.t(
        '{0} Not every line of {1} can be read; correct these lines there, then merge again.',
        message,
        unread.join(', '),
      ),
    );
  }
  if (remove === true || (remove === undefined && (await isToGo(message, merged.length)))) {
    await removeMerged(session, merged);
  }
}

/** A last look: what has come into a copy since is added first. */
async function removeMerged(session: StudySession, merged: readonly LogCopy[]): Promise<void> {
  for (const { copy, original } of merged) {
    if ((await mergeLogCopy(session.files, original, copy)).unreadable > 0) continue;
    await session.files.remove(copy);
    session.changed([original, copy]);
  }
}

async function isToGo(message: string, count: number): Promise<boolean> {
  const remove = vscode.l10n.t('Delete the copies');
  const question = vscode.l10n.t(
    '{0} The logs now hold everything that their {1} copies hold. Delete the copies?',
    message,
    count,
  );
  return (await vscode.window.showInformationMessage(question, remove)) === remove;
}

async function ownCopies({ coder }: Services, session: StudySession): Promise<LogCopy[]> {
  const logs = [...(await session.study.copies())].flatMap(([copy, original]) => {
    const writer = logWriter(original);
    return writer === undefined ? [] : [{ copy, original, writer }];
  });
  if (logs.length === 0) throw new Hint(vscode.l10n.t('There are no conflicted copies of logs.'));
  const name = await coder.need(session);
  if (name === undefined) throw new vscode.CancellationError();
  const writers = new Set([name, consensusCoder]);
  const own = logs.filter(({ writer }) => writers.has(writer));
  if (own.length > 0) return own;
  throw new HumanError(
    vscode.l10n.t(
      'These copies are of logs of {0}: only they should add lines to them.',
      [...new Set(logs.map(({ writer }) => writer))].join(', '),
    ),
  );
}

async function choose(copies: readonly LogCopy[], given: unknown): Promise<readonly LogCopy[]> {
  if (Array.isArray(given)) return copies.filter(({ copy }) => given.includes(copy));
  const items = copies.map((one) => ({ label: one.copy, picked: true, one }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Merge Conflicted Copies'),
    placeHolder: vscode.l10n.t('The lines of these are added to the logs that they are copies of'),
    canPickMany: true,
  });
  if (!picked || picked.length === 0) throw new vscode.CancellationError();
  return picked.map(({ one }) => one);
}
