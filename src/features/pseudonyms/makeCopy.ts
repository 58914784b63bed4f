import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type Pseudonymized, pseudonymize } from '../../core/pseudonyms/pseudonymize';
import { studyFiles } from '../../core/study/files';
import { HumanError } from '../../host/errors';
import { FolderStore } from '../../host/fileStore';
import { longWork } from '../../host/longWork';
import { GitTexts } from '../../host/oldTexts';
import { keepPrivate, writePrivateFile } from '../../host/privateFile';
import type { Services } from '../../host/services';
import { nodeSha256 } from '../../host/sha256';
import type { StudySession } from '../../host/studySession';
import {
  type NamesRequest,
  needNames,
  needOutside,
  needSaved,
  readSpellings,
  spellingsUri,
} from './askNames';
import type { NameProblems } from './nameProblems';

/** The names, and the folder for the copy, which must be new or empty; asked where they are left out. */
export interface CopyRequest extends NamesRequest {
  readonly target?: vscode.Uri;
}

/** Makes a copy of the study with pseudonyms for names; shows what stands in the way where there is something. */
export async function makeCopy(
  services: Services,
  problems: NameProblems,
  request: CopyRequest,
): Promise<vscode.Uri | undefined> {
  const session = services.studies.needCurrent();
  needSaved(session);
  const read = await needNames(services, session, problems, request);
  const target = read && (request.target ?? (await askTarget(session)));
  if (!target) return undefined;
  needApart(target, session.folder.uri);
  needOutside(read.uri, target);
  await needEmpty(target);
  const tools = { sha256: nodeSha256, oldTexts: new GitTexts((path) => session.files.uri(path)) };
  const made = await longWork(vscode.l10n.t('Replacing names'), async (pace) =>
    pseudonymize(session.files, read.names, await readSpellings(read.uri), tools, pace),
  );
  if (!made) return undefined;
  if (made.problems.length > 0) {
    await showRefusal(session, problems, made);
    return undefined;
  }
  problems.clear();
  await keepPrivate(read.uri);
  if (made.spellings !== '') await writePrivateFile(spellingsUri(read.uri), made.spellings);
  await write(target, made.copy.files);
  await services.names.remember(target, read.uri, true);
  void showDone(target, made, read.uri);
  return target;
}

async function askTarget({ folder }: StudySession): Promise<vscode.Uri | undefined> {
  const name = vscode.l10n.t('{0} with pseudonyms', posix.basename(folder.uri.path));
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Make Pseudonymized Copy'),
    openLabel: vscode.l10n.t('Make “{0}” Here', name),
    canSelectFolders: true,
    canSelectFiles: false,
    defaultUri: vscode.Uri.joinPath(folder.uri, '..'),
  });
  return chosen?.[0] && vscode.Uri.joinPath(chosen[0], name);
}

function needApart(target: vscode.Uri, folder: vscode.Uri): void {
  const isIn = (one: vscode.Uri, other: vscode.Uri) => `${one.path}/`.startsWith(`${other.path}/`);
  if (target.scheme !== folder.scheme || !(isIn(target, folder) || isIn(folder, target))) return;
  throw new HumanError(
    vscode.l10n.t('{0} and the study lie in each other. Choose another folder.', target.fsPath),
  );
}

async function needEmpty(target: vscode.Uri): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(target).then(
    (found) => found,
    () => [],
  );
  if (entries.length === 0) return;
  throw new HumanError(vscode.l10n.t('There are files in {0}. Choose another folder.', target.fsPath));
}

/** Problems of the copy are shown at the files of the study that they come from. */
async function showRefusal(
  session: StudySession,
  problems: NameProblems,
  { copy, problems: found }: Pseudonymized,
): Promise<void> {
  const from = new Map([...copy.paths].map(([path, to]) => [to, path]));
  await problems.show(found, (file) =>
    session.files.uri(copy.paths.has(file) ? file : (from.get(file) ?? file)),
  );
  void vscode.window.showWarningMessage(
    vscode.l10n.t('No copy was made. The Problems panel shows what stands in the way: {0}.', found.length),
  );
}

/** The codebook comes last, since it makes a folder a study. */
async function write(target: vscode.Uri, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await vscode.workspace.fs.createDirectory(target);
  const store = new FolderStore(target);
  const isCodebook = (path: string) => path === studyFiles.codebook;
  const inOrder = [...files].sort(([a], [b]) => Number(isCodebook(a)) - Number(isCodebook(b)));
  for (const [path, content] of inOrder) await store.replace(path, content);
}

async function showDone(target: vscode.Uri, { copy }: Pseudonymized, names: vscode.Uri): Promise<void> {
  const made = vscode.l10n.t(
    'The copy is in {0}. The names stay in {1}: keep that to yourself.',
    target.fsPath,
    names.fsPath,
  );
  const left = vscode.l10n.t('Not in the copy: {0}.', copy.left.join(', '));
  const open = vscode.l10n.t('Open Copy');
  const message = copy.left.length > 0 ? `${made} ${left}` : made;
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
