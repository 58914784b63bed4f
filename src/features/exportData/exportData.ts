import * as vscode from 'vscode';
import { exportStudy } from '../../core/exchange/exportStudy';
import { replaceFileOnDisk } from '../../host/diskWriter';
import { HumanError } from '../../host/errors';
import { longWork } from '../../host/longWork';
import type { StudySession } from '../../host/studySession';
import { studyInSight } from './inSight';
import { askFile, askFormat, type DataRequest } from './questions';

/** Writes what the coder may see of the study into a file. Undefined where it was dismissed or stopped. */
export async function exportData(
  session: StudySession,
  request: DataRequest,
): Promise<vscode.Uri | undefined> {
  const format = await askFormat(request.format);
  const uri = format && (request.uri ?? (await askFile(session, format)));
  if (!uri) return undefined;
  const content = await longWork(vscode.l10n.t('Exporting'), (breather) =>
    exportStudy(studyInSight(session), format, breather),
  );
  if (content === undefined) return undefined;
  await write(uri, content);
  const hidden = format.startsWith('codebook') ? 0 : (await session.blindTranscripts()).length;
  void offer(uri, hidden);
  return uri;
}

async function write(uri: vscode.Uri, content: string): Promise<void> {
  try {
    if (uri.scheme === 'file') await replaceFileOnDisk(uri.fsPath, content);
    else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(vscode.l10n.t('{0} could not be written: {1}', uri.fsPath, reason));
  }
}

async function offer(uri: vscode.Uri, hidden: number): Promise<void> {
  const saved = vscode.l10n.t('Exported to {0}.', vscode.workspace.asRelativePath(uri));
  const blind = vscode.l10n.t(
    'Of the {0} interviews that you code blind it has your own codings only.',
    hidden,
  );
  const open = vscode.l10n.t('Open');
  const message = hidden > 0 ? `${saved} ${blind}` : saved;
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
}
