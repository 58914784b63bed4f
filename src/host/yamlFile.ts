import * as vscode from 'vscode';
import { YamlEditError } from '../core/yaml/sheet';
import { HumanError } from './errors';
import type { StudySession } from './studySession';

/** A text before and after a change. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/** Makes the new text of a file from the one there is. */
export type TextEdit = (text: string) => string;

/** How often a change is tried where the editor refuses it. */
const mostTries = 3;

let lastEdit: Promise<unknown> = Promise.resolve();

/** Does what changes YAML files one after the other. */
export function oneByOne<T>(action: () => Promise<T>): Promise<T> {
  const result = lastEdit.then(action);
  lastEdit = result.catch(() => undefined);
  return result;
}

/**
 * Changes a YAML file of the study, on disk when resolved: through its document where it is open, so that the
 * change can be undone there. A file that is missing begins empty. Calls belong inside `oneByOne`.
 */
export async function changeYamlFile(
  session: StudySession,
  path: string,
  edit: TextEdit,
): Promise<TextChange> {
  let step: TextChange = { before: '', after: '' };
  const editText = (before: string) => {
    step = { before, after: edited(path, before, edit) };
    return step.after;
  };
  const document = openDocument(session, path);
  if (document && !(await isStale(session, path, document)))
    await changeDocument(session, path, document, editText);
  else {
    await session.files.rewrite(path, (bytes) => {
      const before = decoded(path, bytes);
      const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
      return mark + editText(before.slice(mark.length));
    });
    // What is open is read before what is on disk, and the editor takes a moment to read the file anew.
    if (document) session.study.setOpenText(path, step.after);
  }
  session.changed([path]);
  return step;
}

/** What an edit would make of a YAML file as it now stands, in the editor or on disk. */
export async function previewYamlEdit(
  session: StudySession,
  path: string,
  edit: TextEdit,
): Promise<TextChange> {
  const before =
    openDocument(session, path)?.getText() ??
    decoded(path, await session.files.read(path)).replace(/^\ufeff/, '');
  return { before, after: edited(path, before, edit) };
}

function openDocument(session: StudySession, path: string): vscode.TextDocument | undefined {
  const uri = session.files.uri(path).toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
}

/** True where another program has written the file and the editor, which will read it anew, does not know yet. */
async function isStale(session: StudySession, path: string, document: vscode.TextDocument): Promise<boolean> {
  if (document.isDirty) return false;
  const onDisk = decoded(path, await session.files.read(path));
  return onDisk.replace(/^\ufeff/, '') !== document.getText();
}

async function changeDocument(
  session: StudySession,
  path: string,
  document: vscode.TextDocument,
  edit: TextEdit,
): Promise<void> {
  for (let left = mostTries; left > 0; left--) {
    const before = document.getText();
    const after = edit(before);
    const { start, end } = changedPart(before, after);
    const changes = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    changes.replace(document.uri, range, after.slice(start, after.length - (before.length - end)));
    // The editor refuses an edit where it reads the file anew meanwhile.
    if (!(await vscode.workspace.applyEdit(changes))) continue;
    if (await document.save()) return;
    // It refuses to save over what another program has written, even where that says the same.
    const onDisk = decoded(path, await session.files.read(path));
    if (onDisk.replace(/^\ufeff/, '') !== before) break;
    await session.files.rewrite(path, () => (onDisk.startsWith('\ufeff') ? '\ufeff' : '') + after);
    if (await document.save()) return;
  }
  throw new HumanError(vscode.l10n.t('{0} could not be changed. Check that you may write in it.', path));
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

function decoded(path: string, bytes: Uint8Array | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HumanError(
      vscode.l10n.t('{0} is not saved as UTF-8. Open it, choose “Save with Encoding”, then try again.', path),
    );
  }
}

function edited(path: string, text: string, edit: TextEdit): string {
  try {
    return edit(text);
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error;
    throw new HumanError(
      error.reason === 'yaml-syntax'
        ? vscode.l10n.t('{0} has a mistake: see the Problems panel. Correct it first, then try again.', path)
        : vscode.l10n.t(
            '{0} is written in a way that only you can change without harm. Open it and make the change there.',
            path,
          ),
    );
  }
}
