import * as vscode from 'vscode';
import type { StudySession } from '../../host/studySession';

/** Opens a transcript at a line: what the links of a page call. It is not for people to run by its name. */
export const openPlaceCommand = 'interviewCoding.openPlace';

/** Shows an HTML summary in an editor tab. It has no scripts; its links open the transcripts beside it. */
export function showPage(session: StudySession, caseName: string, html: string): void {
  const panel = vscode.window.createWebviewPanel(
    'interviewCoding.summary',
    caseName,
    vscode.ViewColumn.Active,
    {
      enableScripts: false,
      enableCommandUris: [openPlaceCommand],
      enableFindWidget: true,
      localResourceRoots: [],
    },
  );
  panel.webview.html = linkToEditor(session, html);
}

/** Opens a file, with the cursor on a line counted from 1. */
export async function openPlace(uri: string, line = 1): Promise<void> {
  const start = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
    selection: new vscode.Range(start, start),
  });
}

/** A page's links lead from the folder of summaries to files and lines; a tab needs commands instead. */
function linkToEditor(session: StudySession, html: string): string {
  return html.replace(/href="\.\.\/([^"#]+)(?:#L(\d+))?"/g, (_link, path: string, line?: string) => {
    const uri = session.files.uri(decodeURIComponent(path)).toString();
    const place = line === undefined ? [uri] : [uri, Number(line)];
    return `href="command:${openPlaceCommand}?${encodeURIComponent(JSON.stringify(place))}"`;
  });
}
