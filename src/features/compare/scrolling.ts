import * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables';
import type { OpenComparison } from './comparing';

/** So long after an editor was moved along, what it tells of its place is an echo, in milliseconds. */
const echo = 150;

/** While coders are compared, both columns show the same lines: where one is scrolled the other follows. */
export function scrollTogether(open: OpenComparison): vscode.Disposable {
  const store = new DisposableStore();
  let moved: { readonly editor: vscode.TextEditor; readonly at: number } | undefined;
  store.add(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const editors = open.shown ? open.editors() : [];
      const other = editors.find((one) => one && one !== textEditor);
      const [top] = visibleRanges;
      if (!other || !top || !editors.includes(textEditor)) return;
      if (moved?.editor === textEditor && Date.now() - moved.at < echo) return;
      if (other.visibleRanges[0]?.start.line === top.start.line) return;
      moved = { editor: other, at: Date.now() };
      other.revealRange(new vscode.Range(top.start, top.start), vscode.TextEditorRevealType.AtTop);
    }),
  );
  return store;
}
