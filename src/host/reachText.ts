import * as vscode from 'vscode';
import type { Reach } from '../core/codebook/operationsReach';

/** The codings that a change touches: how many, whose, and in how many transcripts. */
export function reachText({ codings, transcripts, byCoder }: Reach): string {
  if (codings === 0) return vscode.l10n.t('No coding');
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' });
  const coders = list.format([...byCoder].map(([coder, count]) => `${coder} (${count})`));
  const places =
    transcripts === 1 ? vscode.l10n.t('1 transcript') : vscode.l10n.t('{0} transcripts', transcripts);
  return codings === 1
    ? vscode.l10n.t('1 coding, by {0}, in {1}', coders, places)
    : vscode.l10n.t('{0} codings, by {1}, in {2}', codings, coders, places);
}
