import * as vscode from 'vscode';
import type { RecognizedFile } from './readFiles';

const scheme = 'interview-coding-import';

/** Shows a text that is not in the study yet, or what was not understood of files, and cannot be changed. */
export class PreviewPage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #disposables = vscode.Disposable.from(
    this.#changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
  );

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Shows the turns that were recognized in a file, beside the list of files. */
  async open({ source, imported }: RecognizedFile): Promise<void> {
    try {
      const document = await this.#show(source.name, imported.body, true);
      await vscode.languages.setTextDocumentLanguage(document, 'transcript');
    } catch {
      // The editor refuses to open what was overtaken by another file, or by what the import itself shows.
    }
  }

  /** Shows a list, each line of it wrapped where it is long. */
  async report(title: string, lines: readonly string[]): Promise<void> {
    const items = lines.map((line) => `- ${line}\n`).join('');
    const document = await this.#show(title, `# ${title}\n\n${items}`, false);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#texts.clear();
  }

  async #show(title: string, text: string, preserveFocus: boolean): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.from({ scheme, path: `/${title.replace(/[\\/]/g, ' ')}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus });
    return document;
  }
}
