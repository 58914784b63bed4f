import * as vscode from 'vscode';
import type { Range } from '../core/text/range';
import type { Transcript } from '../core/transcript/transcript';
import { trimRange } from '../core/transcript/turns';
import { Hint } from './errors';
import { RangeBridge } from './ranges';
import type { Services } from './services';
import type { OpenTranscript } from './studyStore';

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
