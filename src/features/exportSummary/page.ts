import * as vscode from 'vscode';
import type { StudySession } from '../../host/studySession';
import type { SummaryFile } from './write';

/** Shows an HTML summary in an editor tab. It has no scripts; its links open the transcripts beside it. */
export function showPage(session: StudySession, { caseName, content }: SummaryFile): void {
  const panel = vscode.window.createWebviewPanel(
    'interviewCoding.summary',
    caseName,
    vscode.ViewColumn.Active,
    {
      enableScripts: false,
      enableCommandUris: ['vscode.open'],
      enableFindWidget: true,
      localResourceRoots: [],
    },
  );
  panel.webview.html = linkToEditor(session, content);
}

/** A page's links lead from the folder of summaries to files and lines; a tab needs commands instead. */
function linkToEditor(session: StudySession, html: string): string {
  return html.replace(/href="\.\.\/([^"#]+)#?([^"]*)"/g, (_link, path: string, fragment: string) => {
    const target = session.files.uri(decodeURIComponent(path)).with({ fragment });
    return `href="command:vscode.open?${encodeURIComponent(JSON.stringify([target]))}"`;
  });
}
