import * as vscode from 'vscode';
import type { Code, Codebook } from '../../core/codebook/codebook';
import { type CodePlace, moveCode } from '../../core/codebook/operations';
import { idsOf, reachOf } from '../../core/codebook/operationsReach';
import { editCodebook } from '../../host/codebookFile';
import { type CodeTarget, codeItem, isWithin, nameOf } from '../../host/codeTarget';
import { Hint } from '../../host/errors';
import { reachText } from '../../host/reachText';
import { say } from '../../host/say';
import type { ChangePage } from './changePage';
import { previewAndChange } from './preview';

/** Moves a code, with all below it, under another one or to the top level; asks where it is not given. */
export async function move(page: ChangePage, { session, code }: CodeTarget, given?: unknown): Promise<void> {
  const codebook = await session.study.codebook();
  const place = isPlace(given) ? given : await askPlace(codebook, code);
  if (!place) return;
  const parent = parentAt(codebook, place);
  if (isWithin(parent, code)) {
    throw new Hint(vscode.l10n.t('A code cannot be moved under itself.'));
  }
  const edit = (text: string) => moveCode(text, code.id, place);
  if (parent?.id === code.parent?.id) {
    await editCodebook(session, edit);
    say(vscode.l10n.t('Moved {0}.', nameOf(code)));
    return;
  }
  const reach = reachText(await reachOf(session.study, idsOf(codebook, code, true)));
  await previewAndChange(page, {
    session,
    title: parent
      ? vscode.l10n.t('Move “{0}” under “{1}”', nameOf(code), nameOf(parent))
      : vscode.l10n.t('Move “{0}” to the top level', nameOf(code)),
    effect: parent
      ? vscode.l10n.t('{0}: counted with “{1}” afterwards.', reach, nameOf(parent))
      : vscode.l10n.t('{0}: counted with no other code afterwards.', reach),
    edit,
  });
}

/** Moves a code before or behind its neighbor. The order touches no coding, so that nothing is asked. */
export async function moveBy(steps: -1 | 1, { session, code }: CodeTarget): Promise<void> {
  const codebook = await session.study.codebook();
  const siblings = (code.parent?.children ?? codebook.roots).filter(
    ({ retired }) => retired === code.retired,
  );
  const neighbor = siblings[siblings.findIndex(({ id }) => id === code.id) + steps];
  if (!neighbor) {
    throw new Hint(
      steps < 0
        ? vscode.l10n.t('This code is the first one already.')
        : vscode.l10n.t('This code is the last one already.'),
    );
  }
  const place = steps < 0 ? { before: neighbor.id } : { after: neighbor.id };
  await editCodebook(session, (text) => moveCode(text, code.id, place));
}

async function askPlace(codebook: Codebook, code: Code): Promise<CodePlace | undefined> {
  const top = { label: `$(home) ${vscode.l10n.t('The top level')}`, code: undefined };
  const parents = codebook.codes.filter((one) => !isWithin(one, code) && one !== code.parent);
  const items = [...(code.parent ? [top] : []), ...parents.map((one) => codeItem(one, codebook))];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Move “{0}”', nameOf(code)),
    placeHolder: vscode.l10n.t('Under which code?'),
    matchOnDescription: true,
  });
  return picked && { parentId: picked.code?.id };
}

function parentAt({ byId }: Codebook, place: CodePlace): Code | undefined {
  if ('parentId' in place) return place.parentId === undefined ? undefined : byId.get(place.parentId);
  return byId.get('before' in place ? place.before : place.after)?.parent;
}

function isPlace(given: unknown): given is CodePlace {
  return (
    typeof given === 'object' &&
    given !== null &&
    ['parentId', 'before', 'after'].some((key) => Object.hasOwn(given, key))
  );
}
