import * as vscode from 'vscode';
import { shorten } from '../../host/codingService';
import { referenceTo } from '../../host/codingTarget';
import type { Services } from '../../host/services';
import { type Called, fateOf, isEdited, targetOf } from './target';

/** Asks what to do about a coding that needs a repair, and does it. */
export async function repair(services: Services, called: Called): Promise<void> {
  const target = await targetOf(services, called, vscode.l10n.t('Repair which coding?'));
  if (!target) return;
  const { coding } = target;
  const accept = [
    { label: `$(check) ${vscode.l10n.t('Accept the new text')}`, command: 'acceptText' },
    {
      label: `$(check-all) ${vscode.l10n.t('Accept the new text of all your changed codings…')}`,
      command: 'acceptAllTexts',
    },
  ];
  const items = [
    ...(isEdited(coding) ? accept : []),
    { label: `$(list-selection) ${vscode.l10n.t('Choose its place…')}`, command: 'choosePlace' },
    { label: `$(link) ${vscode.l10n.t('Re-attach it to the selection')}`, command: 'reattach' },
    { label: `$(trash) ${vscode.l10n.t('Remove the coding')}`, command: 'untag' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: `“${shorten(coding.coding.quote)}”`,
    placeHolder: fateOf(coding),
  });
  if (picked) await vscode.commands.executeCommand(`interviewCoding.${picked.command}`, referenceTo(target));
}
