import * as vscode from 'vscode';
import { retireCode } from '../../core/codebook/operations';
import { idsOf, reachOf } from '../../core/codebook/operationsReach';
import { type CodeTarget, nameOf } from '../../host/codeTarget';
import { reachText } from '../../host/reachText';
import type { ChangePage } from './changePage';
import { previewAndChange } from './preview';

/** Retires a code: its codings stay, it is no longer offered and its terms are no longer looked for. Or the reverse. */
export async function retire(
  page: ChangePage,
  { session, code }: CodeTarget,
  retired: boolean,
): Promise<void> {
  if (code.retired === retired) return;
  const reach = reachText(await reachOf(session.study, idsOf(await session.study.codebook(), code)));
  await previewAndChange(page, {
    session,
    title: retired
      ? vscode.l10n.t('Retire “{0}”', nameOf(code))
      : vscode.l10n.t('Bring “{0}” back', nameOf(code)),
    effect: retired
      ? vscode.l10n.t(
          '{0}: kept and counted. The code is no longer offered, nor are its terms highlighted.',
          reach,
        )
      : vscode.l10n.t('{0}: as before. The code is offered again, and its terms are highlighted.', reach),
    edit: (text) => retireCode(text, code.id, retired),
  });
}
