import * as vscode from 'vscode';
import { severityOf } from '../../core/problem';
import type { ListedName } from '../../core/pseudonyms/names';
import { parseNames } from '../../core/pseudonyms/parseNames';
import { spellingsPath } from '../../core/pseudonyms/paths';
import { decodeText } from '../../core/text/decode';
import { HumanError } from '../../host/errors';
import { readIfThere } from '../../host/privateFile';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { NameProblems } from './nameProblems';

/** The file of names, as far as it is known; asked where it is not. */
export interface NamesRequest {
  readonly names?: vscode.Uri;
}

/** A file of names that was read. */
export interface ReadNames {
  readonly uri: vscode.Uri;
  readonly names: readonly ListedName[];
}

/** The names to work with; undefined where the question was dismissed, or the file has mistakes, which are then shown. */
export async function needNames(
  services: Services,
  session: StudySession,
  problems: NameProblems,
  { names }: NamesRequest,
): Promise<ReadNames | undefined> {
  const uri = names ?? (await knownFile(services, session)) ?? (await askFile());
  if (!uri) return undefined;
  needOutside(uri, session.folder.uri);
  const bytes = await readIfThere(uri);
  if (!bytes) throw new HumanError(vscode.l10n.t('There is no file {0}.', uri.fsPath));
  const parsed = parseNames(uri.path, decodeText(bytes).text);
  if (parsed.problems.some((problem) => severityOf(problem) === 'error')) {
    await problems.show(parsed.problems, () => uri);
    await vscode.window.showTextDocument(uri);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('There are mistakes in the file of names. Correct them, then try again.'),
    );
    return undefined;
  }
  await services.names.remember(session.folder.uri, uri, services.names.isCopy(session.folder.uri));
  return { uri, names: parsed.names };
}

/** What is kept beside a file of names of copies that were made; empty where there is nothing. */
export async function readSpellings(names: vscode.Uri): Promise<string> {
  const bytes = await readIfThere(spellingsUri(names));
  return bytes ? decodeText(bytes).text : '';
}

/** The file that is kept beside a file of names. */
export function spellingsUri(names: vscode.Uri): vscode.Uri {
  return names.with({ path: spellingsPath(names.path) });
}

/** Rejects with a sentence where a file of names lies in a study. */
export function needOutside(uri: vscode.Uri, folder: vscode.Uri): void {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority || !uri.path.startsWith(root))
    return;
  throw new HumanError(
    vscode.l10n.t(
      '{0} lies in the study, and would be shared with it. Keep the names elsewhere.',
      uri.fsPath,
    ),
  );
}

/** Rejects with a sentence where a file of the study is not saved: files are read from disk. */
export function needSaved({ files }: StudySession): void {
  const dirty = vscode.workspace.textDocuments.find(
    (one) => one.isDirty && files.pathOf(one.uri) !== undefined,
  );
  if (!dirty) return;
  const path = files.pathOf(dirty.uri)!;
  throw new HumanError(vscode.l10n.t('{0} has changes that are not saved. Save them first.', path));
}

async function knownFile({ names }: Services, { folder }: StudySession): Promise<vscode.Uri | undefined> {
  const known = names.of(folder.uri);
  return known && (await readIfThere(known)) ? known : undefined;
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Which names? “Suggest Names to Replace” makes a file of them'),
    openLabel: vscode.l10n.t('Use These Names'),
    filters: { [vscode.l10n.t('Names (YAML)')]: ['yaml', 'yml'] },
  });
  return chosen?.[0];
}
