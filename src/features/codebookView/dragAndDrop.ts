import * as vscode from 'vscode';
import type { CodeElement } from './codebookTree';

const type = 'application/vnd.code.tree.interviewcoding.codebook';

/** A code that is dragged onto another one goes under it; beside all of them, to the top level. */
export class CodeDragAndDrop implements vscode.TreeDragAndDropController<CodeElement> {
  readonly dragMimeTypes = [type];
  readonly dropMimeTypes = [type];
  #dragged: CodeElement | undefined;

  handleDrag([element]: readonly CodeElement[], data: vscode.DataTransfer): void {
    this.#dragged = element;
    data.set(type, new vscode.DataTransferItem(element?.code.id));
  }

  async handleDrop(target: CodeElement | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged = this.#dragged;
    this.#dragged = undefined;
    if (!dragged || !data.get(type) || target?.code.id === dragged.code.id) return;
    if (target?.code.id === dragged.code.parent?.id) return;
    await vscode.commands.executeCommand('interviewCoding.moveCode', dragged, { parentId: target?.code.id });
  }
}
