import * as vscode from 'vscode';
import { mergeCodes } from '../../core/codebook/operationsMerge';
import { idsOf, reachOf } from '../../core/codebook/operationsReach';
import { askCode, type CodeTarget, nameOf } from '../../host/codeTarget';
import { reachText } from '../../host/reachText';
import type { ChangePage } from './changePage';
import { previewAndChange } from './preview';

/** Makes a code part of another one; asks which where it is not given. */
export async function merge(page: ChangePage, { session, code }: CodeTarget, given?: unknown): Promise<void> {
  const codebook = await session.study.codebook();
  const others = codebook.codes.filter((one) => one !== code);
  const title = vscode.l10n.t('Merge “{0}” into which code?', nameOf(code));
  const into = typeof given === 'string' ? codebook.byId.get(given) : await askCode(others, title, codebook);
  if (!into || into === code) return;
  const ids = idsOf(codebook, code);
  const note = vscode.l10n.t('What was written of “{0}” before it was merged:', nameOf(code));
  await previewAndChange(page, {
    session,
    title: vscode.l10n.t('Merge “{0}” into “{1}”', nameOf(code), nameOf(into)),
    effect: vscode.l10n.t(
      '{0}: counted as “{1}” afterwards.',
      reachText(await reachOf(session.study, ids)),
      nameOf(into),
    ),
    edit: (text) => mergeCodes(text, { from: code.id, into: into.id, ids: [...ids], note }),
  });
}
