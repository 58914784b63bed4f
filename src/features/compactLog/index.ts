import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { compactLogs, restoreLogs } from './compact';

/** Takes the lines out of the coder's own logs that later ones have replaced, and puts them back. */
export function register(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    services.command('interviewCoding.compactLog', (logs?: unknown) => compactLogs(services, logs)),
    services.command('interviewCoding.restoreLog', (logs?: unknown) => restoreLogs(services, logs)),
  );
}
