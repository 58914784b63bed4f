import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { mergeCopies } from './merge';
import { CopyFixes } from './quickFixes';

/** Helps with the second versions of files that sync programs leave: adds up logs, and compares other files. */
export function register(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    services.command('interviewCoding.mergeCopies', (copies?: unknown, remove?: unknown) =>
      mergeCopies(services, copies, remove),
    ),
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/*.{jsonl,txt,md,transcript,yaml,yml}' },
      new CopyFixes(services.studies),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}
