import type * as vscode from 'vscode';

type Decorations = ReadonlyMap<vscode.TextEditorDecorationType, readonly vscode.Range[]>;

/**
 * What an editor was last given to show. Each type of decoration is a message to the editor, of which a much
 * coded transcript has hundreds; only those that an edit or a coding changed are sent again.
 */
export class ShownDecorations {
  /** By type; undefined where an edit may have changed them. */
  readonly #shown = new Map<vscode.TextEditorDecorationType, readonly vscode.Range[] | undefined>();

  /** Takes note of edits: what stands on their lines, or on other lines than before, is to be sent again. */
  edit(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (changes.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text))) {
      for (const type of this.#shown.keys()) this.#shown.set(type, undefined);
      return;
    }
    const lines = new Set(changes.map(({ range }) => range.start.line));
    for (const [type, ranges] of this.#shown) {
      if (ranges?.some((range) => isOn(range, lines))) this.#shown.set(type, undefined);
    }
  }

  /** Shows these decorations, and of types that are not among them none. */
  show(editor: vscode.TextEditor, decorations: Decorations): void {
    for (const [type, ranges] of decorations) {
      const isNew = !this.#shown.has(type);
      if (isNew ? ranges.length === 0 : isSame(this.#shown.get(type), ranges)) continue;
      editor.setDecorations(type, ranges);
      this.#shown.set(type, ranges);
    }
  }
}

function isOn({ start, end }: vscode.Range, lines: ReadonlySet<number>): boolean {
  for (const line of lines) if (start.line <= line && line <= end.line) return true;
  return false;
}

function isSame(a: readonly vscode.Range[] | undefined, b: readonly vscode.Range[]): boolean {
  if (a === b) return true;
  return a?.length === b.length && a.every((range, at) => range === b[at] || range.isEqual(b[at]!));
}
