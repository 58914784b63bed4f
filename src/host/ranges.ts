import * as vscode from 'vscode';
import { LineIndex } from '../core/text/lineIndex';
import type { Range } from '../core/text/range';

/**
 * The one bridge between core's offsets and the editor's positions. It goes by line and character, which do
 * not depend on the document's line ends; `offsetAt` of the editor would count CRLF as two.
 */
export class RangeBridge {
  readonly #lines: LineIndex;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
  }

  toEditor(range: Range): vscode.Range {
    const start = this.#lines.positionAt(range.start);
    const end = this.#lines.positionAt(range.end);
    return new vscode.Range(start.line, start.character, end.line, end.character);
  }

  toOffset(position: vscode.Position): number {
    return this.#lines.offsetAt(position);
  }

  toRange(range: vscode.Range): Range {
    return { start: this.toOffset(range.start), end: this.toOffset(range.end) };
  }
}
