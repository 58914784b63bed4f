import * as vscode from 'vscode';
import { type EvidenceQuote, evidenceOn } from '../../core/maturity/evidence';
import { localize } from '../../core/text/localized';
import { shorten } from '../../host/codingService';
import { say } from '../../host/say';
import type { Scoring } from './scoring';

/** Asks which of the organization's other quotes a score relies on too; their ids. */
export async function addEvidence(
  { interviews, codebook }: Scoring,
  domain: string,
  shown: readonly EvidenceQuote[],
): Promise<readonly string[]> {
  const counted = interviews.flatMap((interview) => interview.counted.map(({ coding }) => coding.id));
  const all = evidenceOn(domain, interviews, codebook, new Set(counted)).quotes;
  const known = new Set(shown.map(({ coding }) => coding.coding.id));
  const choices = all
    .filter(({ coding }) => !known.has(coding.coding.id))
    .map(({ coding, coder, interview }) => {
      const code = codebook.byId.get(coding.coding.code);
      return {
        label: `“${shorten(coding.text)}”`,
        description: [interview.role?.trim(), coder].filter(Boolean).join(', '),
        detail: code ? localize(code.name, vscode.env.language) : coding.coding.code,
        id: coding.coding.id,
      };
    });
  if (choices.length === 0) {
    say(vscode.l10n.t('There are no other quotes at this organization.'));
    return [];
  }
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Evidence by hand'),
    placeHolder: vscode.l10n.t('Which quotes does your score rely on too?'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return (picked ?? []).map(({ id }) => id);
}
