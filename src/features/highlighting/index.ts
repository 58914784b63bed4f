import * as vscode from 'vscode';
import { setShowSettings, showSettings } from '../../host/config';
import type { Services } from '../../host/services';
import { Highlighter } from './highlighter';

/** Marks term hits and codings in transcripts; one command chooses which of them are shown. */
export function register(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    new Highlighter(services),
    services.command('interviewCoding.toggleHighlights', chooseHighlights),
  );
}

async function chooseHighlights(): Promise<void> {
  const { hits, codings } = showSettings();
  const choices = [
    { label: vscode.l10n.t('Term hits and codings'), hits: true, codings: true },
    { label: vscode.l10n.t('Codings only'), hits: false, codings: true },
    { label: vscode.l10n.t('Term hits only'), hits: true, codings: false },
    { label: vscode.l10n.t('Nothing: the plain text'), hits: false, codings: false },
  ];
  const items = choices.map((choice) => {
    const current = choice.hits === hits && choice.codings === codings;
    return current ? { ...choice, description: vscode.l10n.t('now') } : choice;
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Highlights'),
    placeHolder: vscode.l10n.t('What should transcripts show?'),
  });
  if (picked) await setShowSettings(picked);
}
