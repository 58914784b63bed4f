import * as vscode from 'vscode';
import { studyFiles } from '../../core/study/files';

/** Where a study is to be; scripts and tests give it, people are asked. `open: false` makes it only. */
export interface StudyRequest {
  readonly target?: vscode.Uri;
  readonly open?: boolean;
}

/** True where a folder has a codebook. */
export async function isStudy(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, studyFiles.codebook));
    return true;
  } catch {
    return false;
  }
}

/** Opens a study in this window, or in a new one where a folder is open here; its codebook if it is that one. */
export async function openStudy(folder: vscode.Uri): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.some(({ uri }) => uri.toString() === folder.toString())) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, studyFiles.codebook));
  } else {
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: folders.length > 0 });
  }
}
