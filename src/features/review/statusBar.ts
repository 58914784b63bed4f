import * as vscode from 'vscode';
import { plainMarkdown } from '../../host/markdown';
import { codeName } from '../../host/reviewLabels';
import { definitionOf } from './labels';
import type { Reviewing } from './reviewing';

/** Shows in the status bar how far the review is and what is asked; a click leads to the coding. */
export function createStatusBar(reviewing: Reviewing): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'interviewCoding.review',
    vscode.StatusBarAlignment.Left,
    12,
  );
  item.name = vscode.l10n.t('Review');
  item.command = 'interviewCoding.showReview';
  const update = async () => {
    const { shown } = reviewing;
    if (!shown) {
      item.hide();
      return;
    }
    const codebook = await shown.session.study.codebook();
    if (reviewing.shown?.current !== shown.current) return;
    const { code, by, memo } = shown.current.coding;
    const name = codeName(code, codebook);
    item.text = `$(checklist) ${vscode.l10n.t('{0} of {1} reviewed', shown.done, shown.all)} · ${name} (${by})`;
    const definition = definitionOf(code, codebook);
    const parts = [
      `**${plainMarkdown(name)}** — ${plainMarkdown(by)}`,
      definition ? plainMarkdown(definition) : '',
      memo ? `$(note) ${plainMarkdown(memo)}` : '',
      plainMarkdown(
        vscode.l10n.t(
          'a agree, d disagree, b other bounds, o discuss; with Shift a comment; n next, p previous, Escape ends. Click for the coding.',
        ),
      ),
    ];
    item.tooltip = new vscode.MarkdownString(parts.filter(Boolean).join('\n\n'), true);
    item.show();
  };
  const listener = reviewing.onDidChange(() => void update());
  void update();
  return vscode.Disposable.from(item, listener);
}
