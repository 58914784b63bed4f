import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Where the views' scripts and styles are, below the extension's folder. */
const built = ['dist', 'webview'];

/** What a panel may load: the views' own files and nothing else. */
export function panelOptions(extension: vscode.Uri): vscode.WebviewPanelOptions & vscode.WebviewOptions {
  return {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [vscode.Uri.joinPath(extension, ...built)],
  };
}

/**
 * The page into which a view's script puts everything; what it shows comes in messages.
 * @param view the name of the view, of its script and style, and of the element that it fills
 */
export function pageHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  view: 'scoring' | 'pictures',
  title: string,
): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...built, name));
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${file(`${view}.css`)}">
</head>
<body>
<main id="${view}"></main>
<script nonce="${nonce}" src="${file(`${view}.js`)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
