import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { proposeCodeId, recolorCode, renameCode } from '../../core/codebook/edit';
import { studyFiles } from '../../core/study/files';
import { normalizeLineEnds } from '../../core/text/decode';
import { primarySubtag } from '../../core/text/localized';
import { editCodebook } from '../../host/codebookFile';
import { codeIcon } from '../../host/codeIcon';
import { createCode } from '../../host/newCode';
import { RangeBridge } from '../../host/ranges';
import type { StudySession } from '../../host/studySession';
import type { CodeElement } from './codebookTree';
import { nameOf } from './codeItem';
import { type NamedColor, namedColors, parseColor } from './colors';

/** Adds a code under another one, or as a root; asks for its name where none is given. Answers its id. */
export async function addCode(
  session: StudySession,
  parent: CodeElement | undefined,
  given?: unknown,
): Promise<string | undefined> {
  const codebook = await session.study.codebook();
  const name = typeof given === 'string' ? given : await askName(codebook, parent);
  return name === undefined ? undefined : createCode(session, name, parent?.code.id);
}

/** Gives a code another name, in the language of the editor where it has one per language. Its id stays. */
export async function rename({ session, code }: CodeElement, given?: unknown): Promise<void> {
  const language = primarySubtag(vscode.env.language);
  const perLanguage = typeof code.name !== 'string';
  const name =
    typeof given === 'string'
      ? given
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Rename Code'),
          prompt: perLanguage
            ? vscode.l10n.t('Its name in {0}. Codings stay with the code.', languageName(language))
            : vscode.l10n.t('Its name in every language. Codings stay with the code.'),
          value: nameOf(code),
          validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('A code needs a name.') : undefined),
        });
  if (name === undefined || name.trim() === '' || name.trim() === nameOf(code)) return;
  await editCodebook(session, (text) => renameCode(text, code.id, name.trim(), language));
}

/** Gives a code another color: one of the palette, or one's own. */
export async function recolor({ session, code }: CodeElement, given?: unknown): Promise<void> {
  const color = typeof given === 'string' ? parseColor(given) : await askColor(code.color);
  if (color !== undefined) await editCodebook(session, (text) => recolorCode(text, code.id, color));
}

/** Opens codebook.yaml with the code's id selected. */
export async function goTo({ session, code }: CodeElement): Promise<void> {
  const document = await vscode.workspace.openTextDocument(session.files.uri(studyFiles.codebook));
  const { byId } = await session.study.codebook();
  const { range } = byId.get(code.id) ?? code;
  const selection = new RangeBridge(normalizeLineEnds(document.getText())).toEditor(range);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function askName(codebook: Codebook, parent: CodeElement | undefined): Thenable<string | undefined> {
  const taken = new Set(codebook.byId.keys());
  const names = new Set(codebook.codes.map((code) => nameOf(code).toLowerCase()));
  return vscode.window.showInputBox({
    title: parent ? vscode.l10n.t('New Code Under {0}', nameOf(parent.code)) : vscode.l10n.t('New Code'),
    prompt: vscode.l10n.t('What should the code be called?'),
    validateInput: (typed) => {
      const name = typed.trim();
      if (name === '') return vscode.l10n.t('A code needs a name.');
      const id = proposeCodeId(name, taken);
      return names.has(name.toLowerCase())
        ? {
            message: vscode.l10n.t(
              'There is a code with this name already. The new one gets the id {0}.',
              id,
            ),
            severity: vscode.InputBoxValidationSeverity.Warning,
          }
        : {
            message: vscode.l10n.t('Its id, which stays the same for good: {0}', id),
            severity: vscode.InputBoxValidationSeverity.Info,
          };
    },
  });
}

async function askColor(present: string): Promise<string | undefined> {
  const own = { label: `$(edit) ${vscode.l10n.t('Another color…')}`, color: undefined };
  const swatch = ({ name, color }: NamedColor) => ({
    label: name,
    description: color === present ? vscode.l10n.t('{0}, now', color) : color,
    iconPath: codeIcon(color),
    color,
  });
  const picked = await vscode.window.showQuickPick([...namedColors().map(swatch), own], {
    title: vscode.l10n.t('Code Color'),
    placeHolder: vscode.l10n.t('These colors can be told apart with any common color vision'),
  });
  return picked === own ? askOwnColor(present) : picked?.color;
}

async function askOwnColor(present: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Code Color'),
    prompt: vscode.l10n.t('Red, green and blue in hexadecimal, such as {0}', '#0072b2'),
    value: present,
    validateInput: (value) =>
      parseColor(value) ? undefined : vscode.l10n.t('Write a color as # and six hexadecimal digits.'),
  });
  return typed === undefined ? undefined : parseColor(typed);
}

function languageName(language: string): string {
  return new Intl.DisplayNames([vscode.env.language], { type: 'language' }).of(language) ?? language;
}
