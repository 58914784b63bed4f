import * as vscode from 'vscode';
import { trailOf } from '../../core/coding/auditTrail';
import { shorten } from '../../host/codingService';
import { HumanError } from '../../host/errors';
import type { StudySession } from '../../host/studySession';
import { describeHistory } from './describe';
import type { HistoryTarget } from './target';

const scheme = 'interview-coding-history';
const longestTitle = 40;

/** Shows the history of a coding as a text that cannot be changed. */
export class HistoryPage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #texts = new Map<string, string>();
  readonly #disposables = vscode.Disposable.from(
    this.#changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
  );

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  async open({ session, log, id }: HistoryTarget): Promise<void> {
    const steps = (await trailOf(session.study, log)).filter((step) => step.id === id);
    const [first] = steps;
    if (!first) throw new HumanError(vscode.l10n.t('This coding is no longer there.'));
    const uri = pageUri(session, log, id, first.coding?.quote ?? id);
    this.#texts.set(uri.toString(), describeHistory(steps, await session.study.codebook()));
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#texts.clear();
  }
}

function pageUri(session: StudySession, log: string, id: string, quote: string): vscode.Uri {
  const title = shorten(quote.replace(/[\\/]/g, ' '), longestTitle);
  return vscode.Uri.from({
    scheme,
    path: `/${vscode.l10n.t('History of “{0}”', title)}`,
    query: JSON.stringify([session.folder.uri.toString(), log, id]),
  });
}
