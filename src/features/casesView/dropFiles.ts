import * as vscode from 'vscode';
import type { Element } from './elements';

const type = 'text/uri-list';

/** Files that are dropped onto the view are imported: into the case they were dropped on, else the one that is chosen. */
export class FileDrop implements vscode.TreeDragAndDropController<Element> {
  readonly dragMimeTypes = [];
  readonly dropMimeTypes = [type];

  async handleDrop(target: Element | undefined, data: vscode.DataTransfer): Promise<void> {
    const list = await data.get(type)?.asString();
    const uris = (list ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => vscode.Uri.parse(line, true));
    if (uris.length === 0) return;
    const caseId = target && (target.kind === 'case' ? target : target.in).caseId;
    await vscode.commands.executeCommand('interviewCoding.importTranscripts', {
      uris,
      ...(caseId && { caseId }),
    });
  }
}
