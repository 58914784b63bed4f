import * as vscode from 'vscode';
import type { Code, Codebook } from '../core/codebook/codebook';
import { localize } from '../core/text/localized';
import { codeIcon } from './codeIcon';
import type { Services } from './services';
import type { StudySession } from './studySession';

/** A code that a command is to act on, as the Codebook view's element hands it over. */
export interface CodeTarget {
  readonly session: StudySession;
  readonly code: Code;
}

/** A code's name for the person at the screen. */
export function nameOf(code: Code): string {
  return localize(code.name, vscode.env.language);
}

/** The code that a command was called on, as the codebook now has it; asks for one where it was called on none. */
export async function needTarget(
  { studies }: Services,
  called: CodeTarget | undefined,
  title: string,
): Promise<CodeTarget> {
  const session = called?.session ?? studies.needCurrent();
  const codebook = await session.study.codebook();
  const code = called ? codebook.byId.get(called.code.id) : await askCode(codebook.codes, title, codebook);
  if (!code) throw new vscode.CancellationError();
  return { session, code };
}

/** Asks for one of these codes. */
export async function askCode(
  codes: readonly Code[],
  title: string,
  codebook: Codebook,
): Promise<Code | undefined> {
  const items = codes.map((code) => codeItem(code, codebook));
  const placeHolder = vscode.l10n.t('Type to find a code');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.code;
}

/** A code as a line of a quick pick. */
export function codeItem(code: Code, codebook: Codebook): vscode.QuickPickItem & { code: Code } {
  const above = namesAbove(code).join(' › ');
  const retired = code.retired ? vscode.l10n.t('retired') : '';
  const same = codebook.codes.filter((one) => nameOf(one) === nameOf(code)).length > 1 ? code.id : '';
  return {
    label: nameOf(code),
    description: [above, same, retired].filter(Boolean).join(' · '),
    iconPath: codeIcon(code.color, code.retired),
    code,
  };
}

/** True where a code is another one or stands below it. */
export function isWithin(code: Code | undefined, above: Code): boolean {
  return code !== undefined && (code.id === above.id || isWithin(code.parent, above));
}

function namesAbove({ parent }: Code): string[] {
  return parent ? [...namesAbove(parent), nameOf(parent)] : [];
}
