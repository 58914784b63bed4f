import * as vscode from 'vscode';
import type { PerTranscript } from './perTranscript';

/** What can say how far the reading of transcripts is. */
export type Reading = Pick<PerTranscript<unknown>, 'reading' | 'onDidChange'>;

/**
 * Shows in a view that its transcripts are being read, for as long as that takes.
 * @param say is told in words how far it is, and '' when all are read
 * @param words what is being done with them, with how far it is
 */
export function showReading(
  viewId: string,
  source: Reading,
  say: (words: string) => void,
  words = (done: number, of: number) => vscode.l10n.t('Reading transcripts: {0} of {1}…', done, of),
): vscode.Disposable {
  let end: (() => void) | undefined;
  const update = () => {
    const { reading } = source;
    say(reading ? words(reading.done, reading.of) : '');
    if (reading && !end) {
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      void vscode.window.withProgress({ location: { viewId } }, () => ended);
    } else if (!reading) {
      end?.();
      end = undefined;
    }
  };
  return vscode.Disposable.from(source.onDidChange(update), { dispose: () => end?.() });
}
