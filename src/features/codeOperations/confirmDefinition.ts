import * as vscode from 'vscode';
import { isOfEarlierDefinition } from '../../core/codebook/definitions';
import type { StudyCoding } from '../../core/study';
import { groupBy } from '../../core/summary/groupBy';
import { localize } from '../../core/text/localized';
import { meaningOf, replacement } from '../../host/codingService';
import { Hint } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/**
 * Says of the coder's own codings that they still hold after a definition in the codebook was sharpened.
 * @param codes the ids of the codes whose codings hold; asked where left out
 */
export async function confirmDefinition(services: Services, codes?: readonly string[]): Promise<void> {
  const session = services.studies.needCurrent();
  if ((await services.coder.need(session)) === undefined) return;
  const byCode = await ownOfEarlierDefinitions(services, session);
  if (byCode.size === 0)
    throw new Hint(vscode.l10n.t('None of your codings was made under an earlier definition.'));
  const chosen = codes ?? (await askCodes(session, byCode));
  const codings = (chosen ?? []).flatMap((code) => byCode.get(code) ?? []);
  if (codings.length === 0) return;
  const changes = await Promise.all(
    codings.map(async (found) => {
      const { defined } = await meaningOf(session, found.coding.code);
      return replacement(found, defined === undefined ? {} : { defined });
    }),
  );
  await services.codings.apply(session, changes);
  say(vscode.l10n.t('Codings that hold under the present definition: {0}.', codings.length));
}

async function ownOfEarlierDefinitions(
  { codings }: Services,
  session: StudySession,
): Promise<ReadonlyMap<string, readonly StudyCoding[]>> {
  const codebook = await session.study.codebook();
  const paths = await session.study.codedTranscriptPaths();
  const own = (await Promise.all(paths.map((path) => codings.own(session, path)))).flat();
  return groupBy(
    own.filter(({ coding }) => isOfEarlierDefinition(coding, codebook)),
    ({ coding }) => codebook.byId.get(coding.code)!.id,
  );
}

async function askCodes(
  session: StudySession,
  byCode: ReadonlyMap<string, readonly StudyCoding[]>,
): Promise<string[] | undefined> {
  const { byId } = await session.study.codebook();
  const items = [...byCode].map(([id, codings]) => {
    const { name, definition } = byId.get(id)!;
    return {
      id,
      label: localize(name, vscode.env.language),
      description: vscode.l10n.t('Your codings under an earlier definition: {0}', codings.length),
      ...(definition && { detail: localize(definition, vscode.env.language) }),
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Confirm Codings under the New Definition'),
    placeHolder: vscode.l10n.t('Your codings of which codes still hold by their definition as it now is?'),
    canPickMany: true,
  });
  return picked?.map(({ id }) => id);
}
