import * as vscode from 'vscode';
import { type BroughtBack, bringBack } from '../../core/pseudonyms/bringBack';
import { restoreNames } from '../../core/pseudonyms/restoreNames';
import { studyFiles } from '../../core/study/files';
import { HumanError } from '../../host/errors';
import { FolderStore } from '../../host/fileStore';
import { longWork } from '../../host/longWork';
import type { Services } from '../../host/services';
import { nodeSha256 } from '../../host/sha256';
import type { StudySession } from '../../host/studySession';
import { writePlanned } from '../../host/writePlanned';
import { type NamesRequest, needNames, needSaved, readSpellings } from './askNames';
import type { NameProblems } from './nameProblems';

/** The names, and the folder of the copy; asked where they are left out. */
export interface BringBackRequest extends NamesRequest {
  readonly copy?: vscode.Uri;
}

/** Adds to the study what was coded and reviewed in a copy of it, with the names put back. */
export async function bringBackFrom(
  services: Services,
  problems: NameProblems,
  request: BringBackRequest,
): Promise<void> {
  const session = services.studies.needCurrent();
  needSaved(session);
  const read = await needNames(services, session, problems, request);
  const copy = read && (request.copy ?? (await askCopy()));
  if (!copy) return;
  const store = new FolderStore(copy);
  if (!(await store.exists(studyFiles.codebook))) {
    throw new HumanError(vscode.l10n.t('{0} is not the folder of a study.', copy.fsPath));
  }
  const restored = await longWork(vscode.l10n.t('Putting names back'), async (pace) =>
    restoreNames(store, read.names, await readSpellings(read.uri), nodeSha256, pace),
  );
  if (!restored) return;
  if (restored.problems.length > 0) {
    await problems.show(restored.problems, (file) => store.uri(file));
    return;
  }
  const found = await bringBack(session.files, restored.files);
  await take(session, found);
}

async function askCopy(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Restore Names: the folder of the copy with pseudonyms'),
    openLabel: vscode.l10n.t('Take from This Copy'),
    canSelectFolders: true,
    canSelectFiles: false,
  });
  return chosen?.[0];
}

async function take(session: StudySession, found: BroughtBack): Promise<void> {
  const { writes, appends, different } = found;
  const lines = [...appends.values()].reduce((sum, { length }) => sum + length, 0);
  const others =
    different.length > 0 ? vscode.l10n.t('Different in the copy, and left: {0}.', different.join(', ')) : '';
  if (writes.size + lines === 0) {
    const nothing = vscode.l10n.t('There is nothing new in the copy.');
    void vscode.window.showInformationMessage([nothing, others].filter(Boolean).join(' '));
    return;
  }
  const news = vscode.l10n.t(
    'New in the copy: files {0}, lines of codings and reviews {1}. Nothing that is there is changed.',
    writes.size,
    lines,
  );
  const item = { label: vscode.l10n.t('Add to the Study'), ...(others && { detail: others }) };
  const title = vscode.l10n.t('Restore Names');
  if (!(await vscode.window.showQuickPick([item], { title, placeHolder: news }))) return;
  await writePlanned(session, found);
  const done = vscode.l10n.t('Added: files {0}, lines of codings and reviews {1}.', writes.size, lines);
  void vscode.window.showInformationMessage([done, others].filter(Boolean).join(' '));
}
