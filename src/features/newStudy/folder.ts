import { join } from 'node:path';
import * as vscode from 'vscode';
import { documentsFolder } from '../../host/documentsFolder';
import { isStudy } from './openStudy';

/** What to ask: the question's title, and the name of the folder to be made. */
interface FolderQuestion {
  readonly title: string;
  readonly name: string;
  /** Whether folders that are open in the window, and no studies yet, may be taken as they are. */
  readonly offerOpenFolders: boolean;
}

type FolderItem = vscode.QuickPickItem & { readonly folder: vscode.Uri | undefined };

/** Asks in which folder to make a study; undefined where the question was dismissed. */
export async function askNewFolder({
  title,
  name,
  offerOpenFolders,
}: FolderQuestion): Promise<vscode.Uri | undefined> {
  const proposed = vscode.Uri.file(join(documentsFolder(), name));
  const items: FolderItem[] = [
    { label: `$(new-folder) ${proposed.fsPath}`, folder: proposed },
    ...(offerOpenFolders ? await openFolderItems() : []),
    { label: vscode.l10n.t('$(folder-opened) Choose another place…'), folder: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('In which folder? Everything of the study is kept there.'),
  });
  return picked && (picked.folder ?? (await askPlace(title, name)));
}

async function openFolderItems(): Promise<FolderItem[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const free = await Promise.all(folders.map(async ({ uri }) => !(await isStudy(uri))));
  return folders
    .filter((_folder, index) => free[index])
    .map(({ uri, name }) => ({
      label: `$(root-folder) ${name}`,
      description: vscode.l10n.t('the folder that is open; its files stay as they are'),
      folder: uri,
    }));
}

async function askPlace(title: string, name: string): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Make “{0}” Here', name),
    canSelectFolders: true,
    canSelectFiles: false,
    defaultUri: vscode.Uri.file(documentsFolder()),
  });
  return chosen?.[0] && vscode.Uri.joinPath(chosen[0], name);
}
