import * as vscode from 'vscode';
import type { StudySession } from '../../host/studySession';
import { showPage } from './page';
import type { SummaryFile } from './write';

/**
 * Opens a summary as it is meant to be read: Markdown in the preview, HTML in the browser or, in a window whose
 * files are on another machine, in a tab, and the rest as text.
 */
export async function openSummary(session: StudySession, summary: SummaryFile): Promise<void> {
  const { uri, format } = summary;
  if (format === 'md') await openPreview(uri);
  else if (format !== 'html') await openText(uri);
  else if (!isOnThisMachine(uri) || !(await vscode.env.openExternal(uri))) showPage(session, summary);
}

async function openPreview(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // VS Code's own Markdown extension can be switched off.
    await openText(uri);
  }
}

async function openText(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(uri);
}

function isOnThisMachine(uri: vscode.Uri): boolean {
  return (
    vscode.env.uiKind === vscode.UIKind.Desktop &&
    vscode.env.remoteName === undefined &&
    uri.scheme === 'file'
  );
}
