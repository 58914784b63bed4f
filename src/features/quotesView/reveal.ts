import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import type { StudyCoding } from '../../core/study';
import { normalizeLineEnds } from '../../core/text/decode';
import type { Range } from '../../core/text/range';
import type { CodingTarget } from '../../host/codingTarget';
import { HumanError } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import { say } from '../../host/say';
import type { StudySession } from '../../host/studySession';

/**
 * Opens the transcript with the passage of a coding selected. A lost one is not guessed at: the cursor goes
 * where it once stood, or, where the transcript is gone, the line of the log that holds it is selected.
 */
export async function revealCoding({ session, coding }: CodingTarget): Promise<void> {
  const { transcript, log } = coding;
  if (!(await session.study.transcript(transcript))) {
    const line = (await session.study.readLog(log)).log.lines.get(coding.coding.id);
    await openAt(session, log, line ?? { start: 0, end: 0 });
    say(vscode.l10n.t('The transcript {0} is missing or cannot be read.', transcript));
    return;
  }
  const now = await asItIs(session, coding);
  if (isPlaced(now)) await openAt(session, transcript, now);
  else {
    await openAt(session, transcript, { start: now.start, end: now.start });
    say(vscode.l10n.t('The quote once stood about here; its place can no longer be told.'));
  }
}

async function asItIs(session: StudySession, { transcript, log, coding }: StudyCoding): Promise<StudyCoding> {
  const codings = await session.codings(transcript);
  const found = codings.find((one) => one.log === log && one.coding.id === coding.id);
  if (found) return found;
  throw new HumanError(vscode.l10n.t('This coding is no longer there.'));
}

async function openAt(session: StudySession, path: string, range: Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(session.files.uri(path));
  const selection = new RangeBridge(normalizeLineEnds(document.getText())).toEditor(range);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenter);
}
