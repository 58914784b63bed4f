import * as vscode from 'vscode';
import { HumanError } from '../../host/errors';

/** Writes files, by path below a folder and in this order, except those that exist. */
export async function writeNewFiles(
  folder: vscode.Uri,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  try {
    for (const [path, content] of files) {
      const uri = vscode.Uri.joinPath(folder, path);
      if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, content);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(
      vscode.l10n.t('The study cannot be made in {0}: {1}. Choose another folder.', folder.fsPath, reason),
    );
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
