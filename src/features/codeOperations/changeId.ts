import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { changeCodeId } from '../../core/codebook/operations';
import { idsOf, reachOf } from '../../core/codebook/operationsReach';
import { isCodeId } from '../../core/codebook/parse';
import { type CodeTarget, nameOf } from '../../host/codeTarget';
import { HumanError } from '../../host/errors';
import { reachText } from '../../host/reachText';
import type { ChangePage } from './changePage';
import { previewAndChange } from './preview';

/** Gives a code another id; the old one stays its own under `was`. */
export async function changeId(
  page: ChangePage,
  { session, code }: CodeTarget,
  given?: unknown,
): Promise<void> {
  const codebook = await session.study.codebook();
  const fault = (typed: string) => faultOf(typed.trim(), code.id, codebook);
  const typed =
    typeof given === 'string'
      ? given
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Change Id'),
          prompt: vscode.l10n.t(
            'The id of “{0}”, which codings hold. The old one goes on being read.',
            nameOf(code),
          ),
          value: code.id,
          validateInput: fault,
        });
  const id = typed?.trim();
  if (id === undefined || id === code.id) return;
  const wrong = fault(id);
  if (wrong !== undefined) throw new HumanError(wrong);
  const reach = reachText(await reachOf(session.study, idsOf(codebook, code)));
  await previewAndChange(page, {
    session,
    title: vscode.l10n.t('Change the id “{0}” to “{1}”', code.id, id),
    effect: vscode.l10n.t('{0}: still counted as “{1}”.', reach, nameOf(code)),
    edit: (text) => changeCodeId(text, code.id, id),
  });
}

function faultOf(id: string, present: string, { byId }: Codebook): string | undefined {
  if (!isCodeId(id)) {
    return vscode.l10n.t(
      'Use letters, digits, hyphens, dots and underscores, beginning with a letter or digit.',
    );
  }
  const owner = byId.get(id);
  return owner && owner.id !== present
    ? vscode.l10n.t('The code “{0}” has this id, or had it before.', nameOf(owner))
    : undefined;
}
