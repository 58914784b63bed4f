import * as vscode from 'vscode';
import { proposeCodeId } from '../../core/codebook/edit';
import { isCaseId } from '../../core/exchange/names';
import { addCase } from '../../core/settings/edit';
import { studyFiles } from '../../core/study/files';
import { caseIds, noCase } from '../../core/summary/cases';
import { localize } from '../../core/text/localized';
import { pickOrOther } from '../../host/pickOrOther';
import type { StudySession } from '../../host/studySession';
import { changeYamlFile, oneByOne } from '../../host/yamlFile';

interface CaseItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** The case that interviews go into. */
export interface ChosenCase {
  readonly id: string;
  readonly name: string;
  /** It is not in study.yaml yet. */
  readonly isNew: boolean;
}

/** Asks which case interviews belong to; a new one is not written yet. */
export async function askCase(session: StudySession): Promise<ChosenCase | undefined> {
  const { cases } = await session.study.settings();
  const names = new Map(cases.map(({ id, name }) => [id, localize(name, vscode.env.language)]));
  const known = (await caseIds(session.study)).filter((id) => id !== noCase && isCaseId(id));
  const items: CaseItem[] = known.map((id) => ({
    label: names.get(id) ?? id,
    ...(names.has(id) && names.get(id) !== id && { description: id }),
    id,
  }));
  const picked = await pickOrOther(items, {
    title: vscode.l10n.t('Import Transcripts'),
    placeholder: vscode.l10n.t('Which case do the interviews belong to?'),
    other: vscode.l10n.t('$(add) New case…'),
  });
  if (!picked) return undefined;
  if (!('item' in picked)) return newCase(known, picked.typed);
  return { id: picked.item.id, name: picked.item.label, isNew: false };
}

async function newCase(known: readonly string[], typed: string): Promise<ChosenCase | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Import Transcripts'),
    value: typed,
    prompt: vscode.l10n.t('What is the case called?'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Give the case a name.') : undefined),
  });
  if (name === undefined) return undefined;
  return { id: proposeCodeId(name.trim(), new Set(known)), name: name.trim(), isNew: true };
}

/** Adds a new case to study.yaml. */
export async function writeCase(session: StudySession, { id, name }: ChosenCase): Promise<void> {
  await oneByOne(() => changeYamlFile(session, studyFiles.settings, (text) => addCase(text, id, name)));
}
