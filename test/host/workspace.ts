import * as vscode from 'vscode';

/** The folder of the study under test: a fresh temporary copy for each run. */
function studyFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return folder.uri;
}

/** A file of the study, by its path from the study's folder. */
export function studyFile(path: string): vscode.Uri {
  return vscode.Uri.joinPath(studyFolder(), path);
}

/** Opens a file of the study in the editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(studyFile(path)));
}

/** The text of a file of the study as it is on disk. */
export async function readFile(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(studyFile(path)));
}

/** Writes a file of the study, as another program or a git pull would. */
export async function writeFile(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(studyFile(path), new TextEncoder().encode(text));
}

/** The extension under test, activated. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('interview-coding.interview-coding');
  if (!extension) throw new Error('The extension is not installed.');
  await extension.activate();
  return extension;
}
