import * as vscode from 'vscode';
import type { Codebook } from '../core/codebook/codebook';
import { studyFiles } from '../core/study';
import { YamlEditError } from '../core/yaml/sheet';
import { HumanError } from './errors';
import type { StudySession } from './studySession';

/** Makes the new text of codebook.yaml from the one there is, which says `codebook`. */
type Edit = (text: string, codebook: Codebook) => string;

let lastEdit: Promise<unknown> = Promise.resolve();

/**
 * Changes codebook.yaml, on disk when resolved: through its document where it is open, so that the change can
 * be undone there. One change after the other.
 */
export function editCodebook(session: StudySession, edit: Edit): Promise<void> {
  const result = lastEdit.then(() => change(session, edit));
  lastEdit = result.catch(() => undefined);
  return result;
}

async function change(session: StudySession, edit: Edit): Promise<void> {
  // What another program has just written may not have been heard of yet.
  session.study.invalidate([studyFiles.codebook]);
  const codebook = await session.study.codebook();
  const editText = (text: string) => edited(() => edit(text, codebook));
  const uri = session.files.uri(studyFiles.codebook);
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (document) await changeDocument(document, editText);
  else {
    await session.files.rewrite(studyFiles.codebook, (bytes) => {
      const before = decodeCodebook(bytes);
      const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
      return mark + editText(before.slice(mark.length));
    });
  }
  session.changed([studyFiles.codebook]);
}

async function changeDocument(document: vscode.TextDocument, edit: (text: string) => string): Promise<void> {
  const before = document.getText();
  const after = edit(before);
  const { start, end } = changedPart(before, after);
  const changes = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  changes.replace(document.uri, range, after.slice(start, after.length - (before.length - end)));
  if (!(await vscode.workspace.applyEdit(changes)) || !(await document.save())) {
    throw new HumanError(
      vscode.l10n.t('codebook.yaml could not be changed. Check that you may write in it.'),
    );
  }
}

/** The part of a text that another one replaces; never from inside a CRLF or an astral character. */
function changedPart(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (/[\r\ud800-\udbff]/.test(before[start - 1] ?? '')) start--;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (/[\n\udc00-\udfff]/.test(before[before.length - tail] ?? '')) tail--;
  return { start, end: before.length - tail };
}

function decodeCodebook(bytes: Uint8Array | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HumanError(
      vscode.l10n.t(
        'codebook.yaml is not saved as UTF-8. Open it, choose “Save with Encoding”, then try again.',
      ),
    );
  }
}

function edited(edit: () => string): string {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error;
    throw new HumanError(
      error.reason === 'yaml-syntax'
        ? vscode.l10n.t(
            'codebook.yaml has a mistake: see the Problems panel. Correct it first, then try again.',
          )
        : vscode.l10n.t(
            'codebook.yaml is written in a way that only you can change without harm. Open it and make the change there.',
          ),
    );
  }
}
