import { posix } from 'node:path';
import * as vscode from 'vscode';
import { exportForReview, reviewDocumentPath } from '../../core/exchange/comments/reviewExport';
import { replaceFileOnDisk } from '../../host/diskWriter';
import { Hint, HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** An interview of the Cases view. */
export interface InterviewTarget {
  readonly in: { readonly session: StudySession };
  readonly interview: { readonly path: string };
}

/** What to export and where to, as far as it is known. */
export interface WordRequest {
  readonly transcript?: string;
  readonly uri?: vscode.Uri;
}

/** Writes an interview, that of the view or the active editor, with the codings in sight as comments of Word. */
export async function exportInterview(
  services: Services,
  called: InterviewTarget | WordRequest,
): Promise<vscode.Uri | undefined> {
  const { session, path } = targetOf(services, called);
  await services.names.needNoneLeft(session);
  const uri = ('uri' in called ? called.uri : undefined) ?? (await askFile(session, path));
  if (!uri) return undefined;
  const { study } = session;
  const { language } = await study.settings();
  const source = {
    transcript: (one: string) => study.transcript(one),
    codebook: () => study.codebook(),
    codings: (one: string) => session.codings(one),
    reviews: (one: string) => session.reviews(one),
  };
  const document = await exportForReview(source, path, language);
  if (!document)
    throw new HumanError(vscode.l10n.t('The transcript {0} is missing or cannot be read.', path));
  await write(uri, document.bytes);
  void offer(uri, document.left);
  return uri;
}

function targetOf(
  { studies }: Services,
  called: InterviewTarget | WordRequest,
): { session: StudySession; path: string } {
  if ('interview' in called) return { session: called.in.session, path: called.interview.path };
  if (called.transcript !== undefined) return { session: studies.needCurrent(), path: called.transcript };
  const editor = vscode.window.activeTextEditor;
  const open = editor && studies.transcriptOf(editor.document);
  if (!open) throw new Hint(vscode.l10n.t('Open a transcript of a study first.'));
  return open;
}

function askFile(session: StudySession, path: string): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export for Review in Word'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: session.files.uri(posix.basename(reviewDocumentPath(path))),
    filters: { Word: ['docx'] },
  });
}

async function write(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    if (uri.scheme === 'file') await replaceFileOnDisk(uri.fsPath, bytes);
    else await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HumanError(vscode.l10n.t('{0} could not be written: {1}', uri.fsPath, reason));
  }
}

async function offer(uri: vscode.Uri, left: number): Promise<void> {
  const saved = vscode.l10n.t(
    'Exported to {0}. When it comes back from whoever reviews, “Import Transcripts” reads what they say of the comments.',
    vscode.workspace.asRelativePath(uri),
  );
  const without = vscode.l10n.t('Codings without a place in the text, left out: {0}.', left);
  const show = vscode.l10n.t('Show in Explorer');
  const message = left > 0 ? `${saved} ${without}` : saved;
  if ((await vscode.window.showInformationMessage(message, show)) === show) {
    await vscode.commands.executeCommand('revealFileInOS', uri);
  }
}
