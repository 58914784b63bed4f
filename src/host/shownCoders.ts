import * as vscode from 'vscode';

/** A coder whose codings alone an editor shows, while others are compared with them beside it. */
interface ColumnCoder {
  readonly column: vscode.ViewColumn;
  readonly coder: string;
}

/** Which editors show the codings of one coder only, instead of all there are to see. */
export class ShownCoders implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #uri: string | undefined;
  #columns: readonly ColumnCoder[] = [];

  /** Has each of some columns show one coder's codings of a document; undefined for none. */
  show(uri: vscode.Uri | undefined, columns: readonly ColumnCoder[] = []): void {
    this.#uri = uri?.toString();
    this.#columns = columns;
    this.#changed.fire();
  }

  /** The coder whose codings an editor shows; undefined where it shows those of all. */
  of({ document, viewColumn }: vscode.TextEditor): string | undefined {
    if (document.uri.toString() !== this.#uri) return undefined;
    return this.#columns.find(({ column }) => column === viewColumn)?.coder;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
