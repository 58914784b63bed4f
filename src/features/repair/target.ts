import * as vscode from 'vscode';
import { isPlaced } from '../../core/coding/coding';
import { needsRepair } from '../../core/coding/repair';
import type { StudyCoding } from '../../core/study';
import { localize } from '../../core/text/localized';
import { type ActiveTranscript, activeTranscript } from '../../host/activeTranscript';
import { shorten } from '../../host/codingService';
import { type CodingReference, type CodingTarget, findTarget, needOwn } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import type { Services } from '../../host/services';

/** What a command was called on: a view's element, a link or quick fix, or nothing: the active transcript. */
export type Called = CodingTarget | CodingReference | undefined;

/** Which of the codings that need repair a command can do something about. */
type Fits = (coding: StudyCoding) => boolean;

export const isEdited: Fits = ({ anchor }) => anchor === 'edited';

/**
 * The coding that is to be repaired: the one that is meant, else one of the person's own in the active
 * transcript, that at the cursor if there is one. Undefined where the question was dismissed.
 */
export async function targetOf(
  services: Services,
  called: Called,
  question: string,
  fits: Fits = needsRepair,
): Promise<CodingTarget | undefined> {
  if (called) {
    const target = await findTarget(services, called);
    if ((await services.coder.need(target.session)) === undefined) return undefined;
    needOwn(services, target.coding);
    if (!fits(target.coding)) throw new Hint(vscode.l10n.t('This coding needs no such repair any more.'));
    return target;
  }
  const active = await activeTranscript(services);
  const codings = await ownToRepair(services, active, fits);
  const atCursor = codings.filter((one) => isPlaced(one) && touches(one, active));
  const [first, ...others] = atCursor.length > 0 ? atCursor : codings;
  if (first && others.length === 0) return { session: active.session, coding: first };
  return choose(active, atCursor.length > 0 ? atCursor : codings, question);
}

/** The person's own codings of a transcript that need a repair; a plain sentence where there are none. */
export async function ownToRepair(
  services: Services,
  { session, path }: Pick<ActiveTranscript, 'session' | 'path'>,
  fits: Fits,
): Promise<StudyCoding[]> {
  if ((await services.coder.need(session)) === undefined) throw new vscode.CancellationError();
  const own = (await services.codings.own(session, path)).filter(fits);
  if (own.length > 0) return own;
  throw new Hint(vscode.l10n.t('Nothing of yours needs this repair in this transcript.'));
}

async function choose(
  { session }: ActiveTranscript,
  codings: readonly StudyCoding[],
  placeHolder: string,
): Promise<CodingTarget | undefined> {
  const { byId } = await session.study.codebook();
  const items = codings.map((coding) => ({
    label: `“${shorten(coding.coding.quote, 55)}”`,
    description: localize(byId.get(coding.coding.code)?.name ?? coding.coding.code, vscode.env.language),
    detail: fateOf(coding),
    coding,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { session, coding: picked.coding };
}

/** What has become of a coding, in one line. */
export function fateOf({ anchor, text, line }: StudyCoding): string {
  switch (anchor) {
    case 'edited':
      return vscode.l10n.t('line {0}, now “{1}”', line ?? 1, shorten(text, 70));
    case 'ambiguous':
      return vscode.l10n.t('its words stand in several places');
    default:
      return vscode.l10n.t('its words are no longer there');
  }
}

function touches({ start, end }: StudyCoding, { selections, cursor }: ActiveTranscript): boolean {
  const places = selections.length > 0 ? selections : [{ start: cursor, end: cursor }];
  return places.some((place) => start <= place.end && place.start <= end);
}
