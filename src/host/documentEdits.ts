import type * as vscode from 'vscode';
import type { TextEdit } from '../core/text/edits';
import { LineIndex } from '../core/text/lineIndex';

/**
 * An editor's changes as edits of the text before them, which has `\n` for every line end whatever the editor
 * has. Undefined where they overlap, so that their places cannot be told.
 */
export function editsOf(
  before: string,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): TextEdit[] | undefined {
  const lines = new LineIndex(before);
  const edits = changes
    .map(({ range, text }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      text: text.replace(/\r\n?/g, '\n'),
    }))
    // Editors tell of the last change first, so that each has the offsets of the text before any.
    .reverse()
    .sort((a, b) => a.start - b.start);
  const overlap = edits.some(({ start }, index) => index > 0 && start < edits[index - 1]!.end);
  return overlap ? undefined : edits;
}
