import * as vscode from 'vscode';
import { Hint, HumanError } from './errors';
import { say } from './say';

/**
 * Registers a command whose failures reach the person as one plain sentence; what was not meant for people
 * goes to the log, without the stack in a notification.
 */
export function registerCommand(
  log: vscode.LogOutputChannel,
  id: string,
  run: (...args: never[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await run(...(args as never[]));
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      if (error instanceof Hint) {
        say(error.message);
        return undefined;
      }
      if (error instanceof HumanError) {
        void vscode.window.showWarningMessage(error.message);
        return undefined;
      }
      log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Something went wrong: {0}', error instanceof Error ? error.message : String(error)),
      );
      return undefined;
    }
  });
}
