import * as vscode from 'vscode';
import { transcriptFormats } from '../../core/exchange/transcripts/importedTranscript';
import { formatOf } from '../../core/exchange/transcripts/read';
import { compareStrings } from '../../core/text/compare';
import { HumanError } from '../../host/errors';

/** A file to be taken in, under the name that it is known by. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  readonly name: string;
}

/** The files that were meant, those in folders among them, sorted; asks for them where none were. */
export async function filesToImport(
  meant: readonly vscode.Uri[] | undefined,
): Promise<readonly FoundFile[] | undefined> {
  const uris = meant ?? (await askFiles());
  if (!uris) return undefined;
  const found = (await Promise.all(uris.map((uri) => filesAt(uri, [])))).flat();
  if (found.length === 0) {
    const known = transcriptFormats.map((format) => `.${format}`).join(', ');
    throw new HumanError(vscode.l10n.t('There are no transcripts among these. Known are {0}.', known));
  }
  return found.sort((a, b) => compareStrings(a.uri.path, b.uri.path));
}

function askFiles(): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Transcripts'),
    openLabel: vscode.l10n.t('Import'),
    canSelectMany: true,
    filters: { [vscode.l10n.t('Transcripts')]: [...transcriptFormats] },
  });
}

/** @param folders below the one that was meant, which become a part of the name */
async function filesAt(uri: vscode.Uri, folders: readonly string[]): Promise<FoundFile[]> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const { type } = await vscode.workspace.fs.stat(uri);
  if (!(type & vscode.FileType.Directory)) {
    return formatOf(name) ? [{ uri, name: [...folders, name].join(' - ') }] : [];
  }
  const entries = await vscode.workspace.fs.readDirectory(uri);
  const own = entries.filter(
    ([child, kind]) => !/^[.~]/.test(child) && (kind & vscode.FileType.Directory || formatOf(child)),
  );
  const below = own.map(([child, kind]) => {
    const isFolder = (kind & vscode.FileType.Directory) !== 0;
    return filesAt(vscode.Uri.joinPath(uri, child), isFolder ? [...folders, child] : folders);
  });
  return (await Promise.all(below)).flat();
}
