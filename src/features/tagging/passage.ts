import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { passageAt } from '../../core/coding/passage';
import type { StudyCoding } from '../../core/study';
import type { Range } from '../../core/text/range';
import type { Transcript } from '../../core/transcript/transcript';
import { trimRange } from '../../core/transcript/turns';
import { Hint } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { OpenTranscript } from '../../host/studyStore';

/** The active transcript with what is selected in it, in offsets. */
export interface ActiveTranscript extends OpenTranscript {
  readonly editor: vscode.TextEditor;
  readonly transcript: Transcript;
  readonly bridge: RangeBridge;
  /** The selections that hold text, without white space at their ends. */
  readonly selections: readonly Range[];
  /** The place of the cursor. */
  readonly cursor: number;
}

/** The transcript in the active editor, or a plain sentence that there is none. */
export async function activeTranscript(services: Services): Promise<ActiveTranscript> {
  const editor = vscode.window.activeTextEditor;
  const open = editor && services.studies.transcriptOf(editor.document);
  const transcript = await open?.session.study.transcript(open.path);
  if (!editor || !open || !transcript) {
    throw new Hint(vscode.l10n.t('Open a transcript of a study first.'));
  }
  const bridge = new RangeBridge(transcript.text);
  const selections = editor.selections
    .map((selection) => bridge.toRange(selection))
    .map(({ start, end }) => trimRange(transcript.text, start, end))
    .filter(({ start, end }) => end > start);
  return {
    ...open,
    editor,
    transcript,
    bridge,
    selections,
    cursor: bridge.toOffset(editor.selection.active),
  };
}

/** What there is to tag where nothing is selected: the sentence at the cursor, and the turn around it. */
export function passageAtCursor({ transcript, cursor }: ActiveTranscript): { sentence: Range; turn: Range } {
  const passage = passageAt(transcript, cursor);
  if (passage) return passage;
  throw new Hint(vscode.l10n.t('There is nothing to tag here. Put the cursor in what somebody says.'));
}

/** The person's own codings at the selection or the cursor, the smallest first. */
export async function ownCodingsHere(services: Services, active: ActiveTranscript): Promise<StudyCoding[]> {
  const places =
    active.selections.length > 0 ? active.selections : [{ start: active.cursor, end: active.cursor }];
  const own = await services.codings.own(active.session, active.path);
  return own
    .filter((one) => isPlaced(one) && places.some(({ start, end }) => one.start <= end && start <= one.end))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
