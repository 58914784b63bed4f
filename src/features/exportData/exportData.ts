import * as vscode from 'vscode';
import { exportStudy } from '../../core/exchange/exportStudy';
import type { Problem } from '../../core/problem';
import { problemCatalog } from '../../core/problemCatalog';
import { replaceFileOnDisk } from '../../host/diskWriter';
import { HumanError } from '../../host/errors';
import { longWork } from '../../host/longWork';
import type { Services } from '../../host/services';
import { studyInSight } from '../../host/studyInSight';
import { askDialect, askFile, askFormat, type DataRequest } from './questions';

/** Writes what the coder at the screen may see of the study into a file. Undefined where it was dismissed or stopped. */
export async function exportData(
  { studies, names }: Services,
  request: DataRequest,
): Promise<vscode.Uri | undefined> {
  const session = studies.needCurrent();
  await names.needNoneLeft(session);
  const format = await askFormat(request.format);
  const dialect = format === 'qdpx' ? await askDialect(request.dialect) : 'standard';
  if (!format || !dialect) return undefined;
  const uri = request.uri ?? (await askFile(session, format));
  if (!uri) return undefined;
  const exported = await longWork(vscode.l10n.t('Exporting'), (breather) =>
    exportStudy(studyInSight(session), format, dialect, breather),
  );
  if (exported === undefined) return undefined;
  await write(uri, exported.content);
  const hidden = format.startsWith('codebook') ? 0 : (await session.blindTranscripts()).length;
  void offer(uri, hidden, exported.left);
  return uri;
}

async function write(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  try {
    if (uri.scheme === 'file') await replaceFileOnDisk(uri.fsPath, content);
    else
      await vscode.workspace.fs.writeFile(
        uri,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(vscode.l10n.t('{0} could not be written: {1}', uri.fsPath, reason));
  }
}

async function offer(uri: vscode.Uri, hidden: number, left: readonly Problem[]): Promise<void> {
  const saved = vscode.l10n.t('Exported to {0}.', vscode.workspace.asRelativePath(uri));
  const blind = vscode.l10n.t(
    'Of the {0} interviews that you code blind it has your own codings only.',
    hidden,
  );
  const message = hidden > 0 ? `${saved} ${blind}` : saved;
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('What Is Not in It');
  const isText = !/\.(?:qdpx|docx)$/.test(uri.path);
  const answers = [...(isText ? [open] : []), ...(left.length > 0 ? [show] : [])];
  const answer = await vscode.window.showInformationMessage(message, ...answers);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', uri);
  if (answer === show) await showLeft(uri, left);
}

/** What of the study the file does not have, as a text to read or keep. */
async function showLeft(uri: vscode.Uri, left: readonly Problem[]): Promise<void> {
  const lines = left.map(
    ({ file, code, args }) => `- ${file}: ${vscode.l10n.t(problemCatalog[code].text, ...args)}`,
  );
  const heading = vscode.l10n.t('What is not in {0}', vscode.workspace.asRelativePath(uri));
  const content = [`# ${heading}`, '', ...lines, ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}
