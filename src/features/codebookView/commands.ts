import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { proposeCodeId, recolorCode, renameCode } from '../../core/codebook/edit';
import { idsOf, reachOf } from '../../core/codebook/operationsReach';
import { studyFiles } from '../../core/study/files';
import { normalizeLineEnds } from '../../core/text/decode';
import { primarySubtag } from '../../core/text/localized';
import { editCodebook, sayCodebookEdit } from '../../host/codebookFile';
import { codeIcon } from '../../host/codeIcon';
import { type CodeTarget, nameOf } from '../../host/codeTarget';
import { createCode } from '../../host/newCode';
import { RangeBridge } from '../../host/ranges';
import { reachText } from '../../host/reachText';
import type { StudySession } from '../../host/studySession';
import { type NamedColor, namedColors, parseColor } from './colors';

/** Adds a code under another one, or as a root; asks for its name where none is given. Answers its id. */
export async function addCode(
  session: StudySession,
  parent: CodeTarget | undefined,
  given?: unknown,
): Promise<string | undefined> {
  const codebook = await session.study.codebook();
  const name = typeof given === 'string' ? given : await askName(codebook, parent);
  return name === undefined ? undefined : createCode(session, name, parent?.code.id);
}

/**
 * Gives a code another name, in the language of the editor where it has one per language. Its id stays, and where the
 * name is asked for, it is said which codings get it.
 */
export async function rename(target: CodeTarget, given?: unknown): Promise<void> {
  const { session, code } = target;
  const language = primarySubtag(vscode.env.language);
  const name = (typeof given === 'string' ? given : await askNewName(target, language))?.trim();
  if (!name || name === nameOf(code)) return;
  await editCodebook(session, (text) => renameCode(text, code.id, name, language));
  sayCodebookEdit(vscode.l10n.t('Rename “{0}” to “{1}”', nameOf(code), name));
}

async function askNewName({ session, code }: CodeTarget, language: string): Promise<string | undefined> {
  const { study } = session;
  const reach = reachText(await reachOf(study, idsOf(await study.codebook(), code)));
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Code'),
    prompt:
      typeof code.name === 'string'
        ? vscode.l10n.t(
            'Its name in every language. {0}: shown under the new name. No log is changed.',
            reach,
          )
        : vscode.l10n.t(
            'Its name in {0}. {1}: shown under the new name. No log is changed.',
            languageName(language),
            reach,
          ),
    value: nameOf(code),
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('A code needs a name.') : undefined),
  });
}

/** Gives a code another color: one of the palette, or one's own. */
export async function recolor({ session, code }: CodeTarget, given?: unknown): Promise<void> {
  const color = typeof given === 'string' ? parseColor(given) : await askColor(code.color);
  if (color !== undefined) await editCodebook(session, (text) => recolorCode(text, code.id, color));
}

/** Opens codebook.yaml with the code's id selected. */
export async function goTo({ session, code }: CodeTarget): Promise<void> {
  const document = await vscode.workspace.openTextDocument(session.files.uri(studyFiles.codebook));
  const { byId } = await session.study.codebook();
  const { range } = byId.get(code.id) ?? code;
  const selection = new RangeBridge(normalizeLineEnds(document.getText())).toEditor(range);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function askName(codebook: Codebook, parent: CodeTarget | undefined): Thenable<string | undefined> {
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
