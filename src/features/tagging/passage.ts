import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { passageAt } from '../../core/coding/passage';
import type { StudyCoding } from '../../core/study';
import type { Range } from '../../core/text/range';
import type { ActiveTranscript } from '../../host/activeTranscript';
import { Hint } from '../../host/errors';
import type { Services } from '../../host/services';

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
