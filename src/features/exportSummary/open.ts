import * as vscode from 'vscode';
import { isTextFormat, type SummaryFormat, summaryFormats } from '../../core/summary/paths';
import { decodeText } from '../../core/text/decode';
import type { StudySession } from '../../host/studySession';
import { showPage } from './page';
import type { SummaryFile } from './write';

/**
 * Opens a summary as it is meant to be read: Markdown in the preview, HTML in the browser or, in a window whose
 * files are on another machine, in a tab, documents of other programs there or where they lie, and data as text.
 */
export async function openSummary(session: StudySession, summary: SummaryFile): Promise<void> {
  const { uri, format, caseName, page } = summary;
  if (format === 'md') await openPreview(uri);
  else if (isTextFormat(format) && page === undefined) await openText(uri);
  else if (isOnThisMachine(uri) && (await vscode.env.openExternal(uri))) return;
  else if (page === undefined) await vscode.commands.executeCommand('revealInExplorer', uri);
  else showPage(session, caseName, page);
}

/** A summary that was exported before, as the Cases view hands it over. */
export interface SavedSummary {
  readonly session: StudySession;
  readonly path: string;
  readonly caseName: string;
}

/** Opens a summary that was exported before. */
export async function openSavedSummary({ session, path, caseName }: SavedSummary): Promise<void> {
  const uri = session.files.uri(path);
  const format = path.slice(path.lastIndexOf('.') + 1);
  const bytes = isFormat(format) ? await session.files.read(path) : undefined;
  if (isFormat(format) && bytes) {
    const page = format === 'html' ? decodeText(bytes).text : undefined;
    await openSummary(session, { uri, format, caseName, page });
  } else await vscode.commands.executeCommand('vscode.open', uri);
}

function isFormat(format: string): format is SummaryFormat {
  return summaryFormats.includes(format as SummaryFormat);
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
