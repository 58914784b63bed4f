import * as vscode from 'vscode';
import { selectQuote } from '../../core/coding/coding';
import { activeTranscript } from '../../host/activeTranscript';
import { replacement, shorten } from '../../host/codingService';
import { findTarget } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import { type Called, targetOf } from './target';

/** Gives a coding the passage that is selected in its transcript. */
export async function reattach(services: Services, called: Called): Promise<void> {
  if (called) await needTranscriptInFront(services, called);
  const active = await activeTranscript(services);
  const [range] = active.selections;
  if (!range)
    throw new Hint(vscode.l10n.t('Select the passage in the transcript first, then choose this again.'));
  const target = await targetOf(services, called, vscode.l10n.t('Which coding belongs to the selection?'));
  if (!target) return;
  const selectors = selectQuote(active.transcript.text, range);
  await services.codings.apply(target.session, [replacement(target.coding, selectors)]);
  say(
    vscode.l10n.t('Re-attached to “{0}”. Press z in the transcript to undo.', shorten(selectors.quote, 60)),
  );
}

/** Where another file is in front, the transcript is opened about where the coding stood. */
async function needTranscriptInFront(services: Services, called: NonNullable<Called>): Promise<void> {
  const target = await findTarget(services, called);
  const editor = vscode.window.activeTextEditor;
  const open = editor && services.studies.transcriptOf(editor.document);
  if (open?.session === target.session && open.path === target.coding.transcript) return;
  await vscode.commands.executeCommand('interviewCoding.revealCoding', target);
  throw new Hint(vscode.l10n.t('Select the passage in the transcript first, then choose this again.'));
}
