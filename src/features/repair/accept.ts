import * as vscode from 'vscode';
import type { CodingChange } from '../../core/coding/change';
import { selectQuote } from '../../core/coding/coding';
import type { StudyCoding } from '../../core/study';
import { activeTranscript } from '../../host/activeTranscript';
import { replacement, shorten } from '../../host/codingService';
import { type CodingTarget, distinctTargets, findTarget } from '../../host/codingTarget';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { type Called, isEdited, ownToRepair, targetOf } from './target';

/** Takes the words that a changed coding now has for its own; of several selected ones, those that can be. */
export async function acceptText(
  services: Services,
  called: Called,
  selected: readonly Partial<CodingTarget>[] = [],
): Promise<void> {
  const several = selected.length > 1 ? await acceptable(services, selected) : [];
  if (selected.length > 1 && several.length === 0) {
    throw new Hint(vscode.l10n.t('None of the selected codings is one of yours with changed words.'));
  }
  const [first] = several;
  if (first) {
    await accept(
      services,
      first.session,
      several.map(({ coding }) => coding),
    );
    return;
  }
  const target = await targetOf(
    services,
    called,
    vscode.l10n.t('Accept the new text of which coding?'),
    isEdited,
  );
  if (target) await accept(services, target.session, [target.coding]);
}

/** Shows what has become of every changed coding of the person's own in a transcript; all or some are accepted. */
export async function acceptAll(services: Services, called: Called): Promise<void> {
  const found = called && (await findTarget(services, called));
  const place = found
    ? { session: found.session, path: found.coding.transcript }
    : await activeTranscript(services);
  const codings = await ownToRepair(services, place, isEdited);
  const items = codings.map((coding) => ({
    label: `“${shorten(coding.text, 60)}”`,
    description: vscode.l10n.t('line {0}', coding.line ?? 1),
    detail: vscode.l10n.t('was “{0}”', shorten(coding.coding.quote)),
    picked: true,
    coding,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Accept the new text of your changed codings in {0}', place.path),
    placeHolder: vscode.l10n.t('Uncheck those that are not right; Enter accepts the others'),
    matchOnDetail: true,
  });
  if (picked && picked.length > 0)
    await accept(
      services,
      place.session,
      picked.map(({ coding }) => coding),
    );
}

async function acceptable(
  services: Services,
  selected: readonly Partial<CodingTarget>[],
): Promise<CodingTarget[]> {
  const targets = distinctTargets(selected);
  const [first] = targets;
  if (!first || (await services.coder.need(first.session)) === undefined) return [];
  const now = await Promise.all(targets.map((target) => findTarget(services, target)));
  return now.filter(({ coding }) => isEdited(coding) && services.codings.isOwn(coding));
}

async function accept(
  services: Services,
  session: StudySession,
  codings: readonly StudyCoding[],
): Promise<void> {
  const changes = await Promise.all(codings.map((coding) => acceptance(session, coding)));
  await services.codings.apply(session, changes);
  say(
    codings.length === 1
      ? vscode.l10n.t('Accepted: “{0}”. Press z in the transcript to undo.', shorten(codings[0]!.text, 60))
      : vscode.l10n.t('New texts accepted: {0}. Press z in the transcript to undo.', codings.length),
  );
}

/** The text is read once more: nobody is to accept words that have changed since they were shown. */
async function acceptance({ study }: StudySession, coding: StudyCoding): Promise<CodingChange> {
  const text = (await study.transcript(coding.transcript))?.text ?? '';
  if (text.slice(coding.start, coding.end) === coding.text)
    return replacement(coding, selectQuote(text, coding));
  throw new Hint(vscode.l10n.t('The transcript has changed meanwhile. Nothing was done; try again.'));
}
