import * as vscode from 'vscode';
import { Breather } from './breather';

/** Work of less than this many milliseconds goes without a notification. */
const patience = 300;

/** Does long work in breaths; `tell` says what it is at. */
type Work<T> = (breather: Breather, tell: (doing: string) => void) => Promise<T>;

/** Does long work while a notification says how far it is, which can stop it. Undefined where it was stopped. */
export async function longWork<T>(title: string, work: Work<T>): Promise<T | undefined> {
  const source = new vscode.CancellationTokenSource();
  let doing = '';
  let report = (_message: string) => {};
  const count = (done: number, of: number) =>
    report([doing, vscode.l10n.t('{0} of {1}', done, of)].filter(Boolean).join(': '));
  const result = work(new Breather(source.token, count), (now) => {
    doing = now;
    report(now);
  });
  const ended = result.then(
    () => true,
    () => true,
  );
  const soon = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience));
  if (!(await Promise.race([ended, soon]))) {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      report = (message) => progress.report({ message });
      report(doing);
      await ended;
    });
  }
  try {
    return await result;
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    throw error;
  } finally {
    source.dispose();
  }
}
