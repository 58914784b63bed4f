import * as vscode from 'vscode';
import { studyFiles } from '../../core/study/files';
import type { TextChange } from '../../host/yamlFile';

const scheme = 'interview-coding-codebook';

/** Shows what a change would make of codebook.yaml, beside what it now says. */
export class ChangePage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  readonly #texts = new Map<string, string>();
  #shown = 0;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Opens the change; closed again when what is given back is disposed. */
  async open({ before, after }: TextChange): Promise<vscode.Disposable> {
    const number = ++this.#shown;
    const uri = (side: string) =>
      vscode.Uri.from({ scheme, path: `/${side}/${studyFiles.codebook}`, query: String(number) });
    const [left, right] = [uri('before'), uri('after')];
    this.#texts.set(left.toString(), before);
    this.#texts.set(right.toString(), after);
    await vscode.commands.executeCommand(
      'vscode.diff',
      left,
      right,
      vscode.l10n.t('codebook.yaml: now and afterwards'),
      { preview: true, preserveFocus: true },
    );
    return new vscode.Disposable(() => {
      for (const side of [left, right]) this.#texts.delete(side.toString());
      void closeTab(right);
    });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#texts.clear();
  }
}

async function closeTab(shown: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const tab = tabs.find(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === shown.toString(),
  );
  if (tab) await vscode.window.tabGroups.close(tab);
}
