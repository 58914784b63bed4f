import * as vscode from 'vscode';
import { selectQuote } from '../../core/coding/coding';
import { answerOf } from '../../host/answerOf';
import { replacement, shorten } from '../../host/codingService';
import type { CodingTarget } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import { RangeBridge } from '../../host/ranges';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import { type PlaceItem, placeItems } from './places';
import { PlacePreview } from './preview';
import { type Called, targetOf } from './target';

/** Offers the places where a coding may stand, each shown in the transcript while it is looked at. */
export async function choosePlace(services: Services, called: Called): Promise<void> {
  const target = await targetOf(services, called, vscode.l10n.t('Choose the place of which coding?'));
  if (!target) return;
  const { session, coding } = target;
  const text = (await session.study.transcript(coding.transcript))?.text;
  if (text === undefined) {
    throw new Hint(vscode.l10n.t('The transcript {0} is missing or cannot be read.', coding.transcript));
  }
  const items = placeItems(text, coding);
  if (items.length === 0) {
    await vscode.commands.executeCommand('interviewCoding.revealCoding', target);
    throw new Hint(
      vscode.l10n.t(
        'No place in the transcript is like it. Select the passage and re-attach the coding, or remove it.',
      ),
    );
  }
  const place = (await askPlace(target, text, items))?.place;
  if (!place) return;
  if ((await session.study.transcript(coding.transcript))?.text !== text) {
    throw new Hint(vscode.l10n.t('The transcript has changed meanwhile. Nothing was done; try again.'));
  }
  const selectors = selectQuote(text, place);
  await services.codings.apply(session, [replacement(coding, selectors)]);
  say(
    vscode.l10n.t('Re-attached to “{0}”. Press z in the transcript to undo.', shorten(selectors.quote, 60)),
  );
}

async function askPlace(
  { session, coding }: CodingTarget,
  text: string,
  items: readonly PlaceItem[],
): Promise<PlaceItem | undefined> {
  const preview = new PlacePreview(session.files.uri(coding.transcript), new RangeBridge(text));
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.title = vscode.l10n.t('Where does “{0}” stand?', shorten(coding.coding.quote, 60));
  pick.placeholder = vscode.l10n.t(
    'Each place is shown in the transcript; Enter takes it, Escape leaves all as it is',
  );
  pick.items = items;
  pick.matchOnDetail = true;
  // The transcript may take the focus for a moment when it is opened.
  pick.ignoreFocusOut = true;
  pick.onDidChangeActive(([item]) => item && preview.show(item.place));
  const picked = await answerOf(pick);
  if (picked) preview.keep();
  preview.dispose();
  return picked;
}
