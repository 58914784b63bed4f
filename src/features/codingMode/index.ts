import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { CodingMode } from './codingMode';
import { followEncoding } from './encoding';
import { showKeys } from './keys';
import { createStatusBar } from './statusBar';

/** Coding mode: the text protected, single keys at work, the coder and the mode in the status bar. */
export function register(services: Services): vscode.Disposable {
  const mode = new CodingMode(services);
  return vscode.Disposable.from(
    mode,
    createStatusBar(services, mode),
    followEncoding(services),
    services.command('interviewCoding.toggleCodingMode', () => mode.toggle()),
    services.command('interviewCoding.showKeys', showKeys),
    services.command('interviewCoding.setCoder', async (name?: string) => {
      if (typeof name === 'string') await services.coder.set(name);
      else await services.coder.ask(services.studies.needCurrent());
    }),
  );
}
