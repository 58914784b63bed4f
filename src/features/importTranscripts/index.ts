import * as vscode from 'vscode';
import type { Services } from '../../host/services';
import { type ImportOrder, importTranscripts } from './importTranscripts';
import { PreviewPage } from './previewPage';

/** Imports transcripts made elsewhere: from a dialog, from the explorer, and dropped onto the Cases view. */
export function register(services: Services): vscode.Disposable {
  const page = new PreviewPage();
  return vscode.Disposable.from(
    page,
    services.command(
      'interviewCoding.importTranscripts',
      (called?: vscode.Uri | ImportOrder, selected?: readonly vscode.Uri[]) =>
        importTranscripts(services, page, orderOf(called, selected)),
    ),
  );
}

/** The explorer gives the file that the menu is on, and all that are selected. */
function orderOf(
  called: vscode.Uri | ImportOrder | undefined,
  selected: readonly vscode.Uri[] | undefined,
): ImportOrder {
  if (!(called instanceof vscode.Uri)) return called ?? {};
  return { uris: selected && selected.length > 0 ? selected : [called] };
}
