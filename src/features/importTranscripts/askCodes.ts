import * as vscode from 'vscode';
import { offeredCodes } from '../../core/codebook/codebook';
import { labelKey } from '../../core/exchange/comments/codeLabels';
import { localize } from '../../core/text/localized';
import { createCode } from '../../host/newCode';
import type { StudySession } from '../../host/studySession';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly code?: string;
  readonly does?: 'create' | 'leave';
}

/**
 * Asks of each label that is no code what it stands for: a new code, one that there is, or nothing, so that its
 * codings are left out. Adds the answers to `choices`; false where the person stops.
 */
export async function askCodes(
  session: StudySession,
  labels: readonly { readonly label: string; readonly comments: number }[],
  choices: Map<string, string>,
): Promise<boolean> {
  const asked = new Set<string>();
  for (const { label, comments } of labels) {
    const key = labelKey(label);
    if (asked.has(key) || choices.has(key)) continue;
    asked.add(key);
    const picked = await ask(session, label, comments, `${asked.size}/${labels.length}`);
    if (!picked) return false;
    const code = picked.does === 'create' ? await createCode(session, label) : picked.code;
    if (code !== undefined) choices.set(key, code);
  }
  return true;
}

async function ask(
  session: StudySession,
  label: string,
  comments: number,
  place: string,
): Promise<ChoiceItem | undefined> {
  const codes = offeredCodes(await session.study.codebook());
  const items: ChoiceItem[] = [
    { label: vscode.l10n.t('$(add) Create new code “{0}”', label), does: 'create' },
    { label: vscode.l10n.t('$(circle-slash) Leave these comments out'), does: 'leave' },
    { label: vscode.l10n.t('all codes'), kind: vscode.QuickPickItemKind.Separator },
    ...codes.map((code) => ({
      label: localize(code.name, vscode.env.language),
      ...(code.parent && { description: code.path }),
      code: code.id,
    })),
  ];
  return vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Import Transcripts: codes in comments ({0})', place),
    placeHolder: vscode.l10n.t('“{0}” (comments: {1}) is no code yet. Which code is meant?', label, comments),
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
}
