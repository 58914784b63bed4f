import type * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { MergeHints } from './mergeHints';

/** Tells of studies in git repositories where git would make conflicts of logs, and mends it. */
export function register({ context, studies, log }: Services): vscode.Disposable {
  const hints = new MergeHints(context.workspaceState, (error) => log.error(`git merge: ${String(error)}`));
  hints.look(studies.all);
  return studies.onDidChangeSessions(() => hints.look(studies.all));
}
