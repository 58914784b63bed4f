import * as vscode from 'vscode';
import type { Codebook } from '../core/codebook/codebook';
import { studyFiles } from '../core/study/files';
import { HumanError } from './errors';
import { say } from './say';
import type { StudySession } from './studySession';
import { changeYamlFile, oneByOne, previewYamlEdit, type TextChange } from './yamlFile';

/** Makes the new text of codebook.yaml from the one there is, which says `codebook`. */
type Edit = (text: string, codebook: Codebook) => string;

const mostSteps = 50;

const done = new Map<string, TextChange[]>();

/** Changes codebook.yaml, on disk when resolved, so that the change can be taken back. */
export function editCodebook(session: StudySession, edit: Edit): Promise<void> {
  return oneByOne(async () => {
    const step = await change(session, edit);
    if (step.before === step.after) return;
    const key = session.folder.uri.toString();
    done.set(key, [...(done.get(key) ?? []), step].slice(-mostSteps));
  });
}

/** Says what was done to codebook.yaml, and how it is taken back. */
export function sayCodebookEdit(done: string): void {
  say(vscode.l10n.t('Done: {0}. “Undo Last Codebook Change” takes it back.', done));
}

/** What an edit would make of codebook.yaml as it now stands, in the editor or on disk. */
export async function previewCodebookEdit(session: StudySession, edit: Edit): Promise<TextChange> {
  const codebook = await codebookNow(session);
  return previewYamlEdit(session, studyFiles.codebook, (text) => edit(text, codebook));
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

async function change(session: StudySession, edit: Edit): Promise<TextChange> {
  const codebook = await codebookNow(session);
  return changeYamlFile(session, studyFiles.codebook, (text) => edit(text, codebook));
}

/** The codebook on disk: what another program has just written may not have been heard of yet. */
function codebookNow(session: StudySession): Promise<Codebook> {
  session.study.invalidate([studyFiles.codebook]);
  return session.study.codebook();
}
