import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables';
import type { Services } from '../../host/services';
import type { CodingMode } from './codingMode';

/** Shows in the status bar whether keys code or type, and as whom. */
export function createStatusBar(services: Services, mode: CodingMode): vscode.Disposable {
  const store = new DisposableStore();
  const modeItem = store.add(
    vscode.window.createStatusBarItem('interviewCoding.mode', vscode.StatusBarAlignment.Left, 11),
  );
  const coderItem = store.add(
    vscode.window.createStatusBarItem('interviewCoding.coder', vscode.StatusBarAlignment.Left, 10),
  );
  modeItem.name = vscode.l10n.t('Coding mode');
  modeItem.command = 'interviewCoding.toggleCodingMode';
  coderItem.name = vscode.l10n.t('Who is coding');
  coderItem.command = 'interviewCoding.setCoder';
  const update = () => {
    const { state } = mode;
    if (state === undefined) modeItem.hide();
    else {
      const coding = state === 'coding';
      modeItem.text = coding
        ? `$(tag) ${vscode.l10n.t('Coding')}`
        : `$(edit) ${vscode.l10n.t('Correcting text')}`;
      modeItem.tooltip = coding
        ? vscode.l10n.t(
            'The text is protected and single keys code it; press ? for the keys. Click to correct the text.',
          )
        : vscode.l10n.t('The text can be changed. Click to save it and go back to coding.');
      modeItem.show();
    }
    const coder = services.coder.current();
    if (!services.studies.current) coderItem.hide();
    else {
      coderItem.text = `$(person) ${coder ?? vscode.l10n.t('Who is coding?')}`;
      coderItem.tooltip = vscode.l10n.t('Codings are saved under this name. Click to change it.');
      coderItem.show();
    }
  };
  store.add(mode.onDidChange(update));
  store.add(services.coder.onDidChange(update));
  store.add(services.studies.onDidChangeSessions(update));
  update();
  return store;
}
