import * as vscode from 'vscode';

/** A short word in the status bar that something was done. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}
