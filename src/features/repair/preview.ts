import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';
import type { RangeBridge } from '../../host/ranges';

/** Shows places of a document, one after the other; what was in front comes back unless a place was taken. */
export class PlacePreview implements vscode.Disposable {
  readonly #before = vscode.window.activeTextEditor;
  readonly #selections = this.#before?.selections;
  #shown: Promise<unknown> = Promise.resolve();
  #wanted: Range | undefined;
  #kept = false;

  constructor(
    private readonly uri: vscode.Uri,
    private readonly bridge: RangeBridge,
  ) {}

  /** Selects a place in the document, without taking the focus. */
  show(place: Range): void {
    this.#wanted = place;
    this.#shown = this.#shown.then(() => (this.#wanted === place ? this.#open(place) : undefined));
  }

  /** Leaves the place that was shown last in front. */
  keep(): void {
    this.#kept = true;
  }

  dispose(): void {
    void this.#shown.then(() => (this.#kept ? undefined : this.#restore()));
  }

  async #open(place: Range): Promise<void> {
    const selection = this.bridge.toEditor(place);
    const document = await vscode.workspace.openTextDocument(this.uri);
    const editor = await vscode.window.showTextDocument(document, {
      selection,
      preserveFocus: true,
      preview: true,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenter);
  }

  async #restore(): Promise<void> {
    const [selection] = this.#selections ?? [];
    if (!this.#before || !selection || !this.#wanted) return;
    const { document, viewColumn } = this.#before;
    await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }), selection });
  }
}
