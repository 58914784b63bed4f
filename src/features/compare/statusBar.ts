import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables';
import { isDisagreement, type OpenComparison } from './comparing';
import { kindLabel, letters, stateLabel } from './labels';

/** Says in the status bar who is compared, and what they differ in at the item that is looked at. */
export function createStatusBar(open: OpenComparison): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(
    vscode.window.createStatusBarItem('interviewCoding.compare', vscode.StatusBarAlignment.Left, 9),
  );
  item.name = vscode.l10n.t('Comparing coders');
  item.command = 'interviewCoding.nextDisagreement';
  store.add(
    open.onDidChange(() => {
      const { shown, current } = open;
      if (!shown) {
        item.hide();
        return;
      }
      const differing = shown.items.filter(isDisagreement);
      const left = differing.filter(({ state }) => state === 'unsettled').length;
      const who = `${letters[0]} ${shown.coders[0]} | ${letters[1]} ${shown.coders[1]}`;
      const at = current && [kindLabel(current.compared, shown.coders), stateLabel(current, shown)];
      const place =
        current && isDisagreement(current) ? `${differing.indexOf(current) + 1}/${differing.length}` : '';
      item.text = `$(git-compare) ${[who, place, ...(at ?? [])].filter(Boolean).join(' · ')}`;
      item.tooltip = vscode.l10n.t(
        '{0} of {1} disagreements are not settled. Click for the next one.',
        left,
        differing.length,
      );
      item.show();
    }),
  );
  return store;
}
