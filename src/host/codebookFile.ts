import * as vscode from 'vscode';
import type { Codebook } from '../core/codebook/codebook';
import { studyFiles } from '../core/study';
import { YamlEditError } from '../core/yaml/sheet';
import { HumanError } from './errors';
import type { StudySession } from './studySession';

/** Makes the new text of codebook.yaml from the one there is, which says `codebook`. */
type Edit = (text: string, codebook: Codebook) => string;

/** The text of codebook.yaml before and after a change. */
export interface CodebookChange {
  readonly before: string;
  readonly after: string;
}

const mostSteps = 50;

let lastEdit: Promise<unknown> = Promise.resolve();
const done = new Map<string, CodebookChange[]>();

/**
 * Changes codebook.yaml, on disk when resolved: through its document where it is open, so that the change can
 * be undone there. One change after the other.
 */
export function editCodebook(session: StudySession, edit: Edit): Promise<void> {
  return oneByOne(async () => {
    const step = await change(session, edit);
    if (step.before === step.after) return;
    const key = session.folder.uri.toString();
    done.set(key, [...(done.get(key) ?? []), step].slice(-mostSteps));
  });
}

/** What an edit would make of codebook.yaml as it now stands, in the editor or on disk. */
export async function previewCodebookEdit(session: StudySession, edit: Edit): Promise<CodebookChange> {
  session.study.invalidate([studyFiles.codebook]);
  const codebook = await session.study.codebook();
  const before =
    openDocument(session)?.getText() ??
    decodeCodebook(await session.files.read(studyFiles.codebook)).replace(/^\ufeff/, '');
  return { before, after: edited(() => edit(before, codebook)) };
}

/**
 * Takes the last change of codebook.yaml back; false where there is none.
 * @param check is told the text that comes back, and throws where that would do harm
 */
export function undoCodebookEdit(
  session: StudySession,
  check: (before: string) => Promise<void>,
): Promise<boolean> {
  return oneByOne(async () => {
    const steps = done.get(session.folder.uri.toString());
    const step = steps?.at(-1);
    if (!step) return false;
    await check(step.before);
    await change(session, (text) => {
      if (text === step.after) return step.before;
      throw new HumanError(
        vscode.l10n.t(
          'codebook.yaml has changed since, so the last change cannot be taken back by itself. Open the file and correct it there.',
        ),
      );
    });
    steps!.pop();
    return true;
  });
}

function oneByOne<T>(action: () => Promise<T>): Promise<T> {
  const result = lastEdit.then(action);
  lastEdit = result.catch(() => undefined);
  return result;
}

function openDocument(session: StudySession): vscode.TextDocument | undefined {
  const uri = session.files.uri(studyFiles.codebook).toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
}

async function change(session: StudySession, edit: Edit): Promise<CodebookChange> {
  // What another program has just written may not have been heard of yet.
  session.study.invalidate([studyFiles.codebook]);
  const codebook = await session.study.codebook();
  let step: CodebookChange = { before: '', after: '' };
  const editText = (before: string) => {
    step = { before, after: edited(() => edit(before, codebook)) };
    return step.after;
  };
  const document = openDocument(session);
  if (document && !(await isStale(session, document))) await changeDocument(document, editText);
  else {
    await session.files.rewrite(studyFiles.codebook, (bytes) => {
      const before = decodeCodebook(bytes);
      const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
      return mark + editText(before.slice(mark.length));
    });
    // What is open is read before what is on disk, and the editor takes a moment to read the file anew.
    if (document) session.study.setOpenText(studyFiles.codebook, step.after);
  }
  session.changed([studyFiles.codebook]);
  return step;
}

/** True where another program has written the file and the editor, which will read it anew, does not know yet. */
async function isStale(session: StudySession, document: vscode.TextDocument): Promise<boolean> {
  if (document.isDirty) return false;
  const onDisk = decodeCodebook(await session.files.read(studyFiles.codebook));
  return onDisk.replace(/^\ufeff/, '') !== document.getText();
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
