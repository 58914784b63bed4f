import * as vscode from 'vscode';
import { decodeText } from '../../core/text/decode';
import type { Services } from '../../host/services';

/**
 * A transcript that an old Windows program wrote is opened by the editor as UTF-8, with replacement
 * characters in place of its accents; it is opened anew in the encoding that it has.
 */
export function followEncoding(services: Services): vscode.Disposable {
  const check = (document: vscode.TextDocument) => void reopenIfMisread(services, document);
  for (const document of vscode.workspace.textDocuments) check(document);
  return vscode.workspace.onDidOpenTextDocument(check);
}

async function reopenIfMisread(services: Services, document: vscode.TextDocument): Promise<void> {
  if (document.isDirty || document.encoding !== 'utf8' || !document.getText().includes('\ufffd')) return;
  const open = services.studies.transcriptOf(document);
  const bytes = open && (await open.session.files.read(open.path));
  if (!bytes) return;
  const { encoding, binary } = decodeText(bytes);
  if (binary || encoding !== 'windows-1252') return;
  await vscode.workspace.openTextDocument(document.uri, { encoding: 'windows1252' });
}
