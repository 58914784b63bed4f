import * as vscode from 'vscode';
import { isCoderName } from '../../core/coding/paths';
import { pickOrOther } from '../../host/pickOrOther';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** Asks who changed comments of others in a document that comes back: Word does not tell. */
export async function askEditor(
  { coder }: Services,
  session: StudySession,
  name: string,
): Promise<string | undefined> {
  const own = coder.current();
  const known = (await session.study.coders()).filter(isCoderName);
  const others = known.filter((one) => one !== own);
  const names = [...others, ...(own ? [own] : [])];
  const picked = await pickOrOther(
    names.map((label) => ({ label })),
    {
      title: name,
      placeholder: vscode.l10n.t(
        'Comments were changed or removed in it. Who did that? It becomes their review',
      ),
      other: vscode.l10n.t('$(add) Another name…'),
      ignoreFocusOut: true,
    },
  );
  if (!picked || 'item' in picked) return picked?.item.label;
  const typed = await vscode.window.showInputBox({
    title: name,
    value: picked.typed,
    prompt: vscode.l10n.t('A short name, such as a first name'),
    validateInput: (value) =>
      isCoderName(value.trim())
        ? undefined
        : vscode.l10n.t('This becomes a folder name: use letters, digits and hyphens.'),
  });
  return typed?.trim();
}
