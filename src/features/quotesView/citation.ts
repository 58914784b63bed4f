import * as vscode from 'vscode';
import { oneLine } from '../../core/report/blocks';
import { say } from '../../host/say';
import { sourceLabel } from './labels';
import type { QuoteRow } from './quoteRow';

/** Copies quotes as `“text” (role, organization)`, one a line. */
export async function copyCitations(rows: readonly QuoteRow[]): Promise<void> {
  const lines = await Promise.all(rows.map(citation));
  await vscode.env.clipboard.writeText(lines.join('\n'));
  say(
    lines.length === 1
      ? vscode.l10n.t('Citation copied.')
      : vscode.l10n.t('{0} citations copied.', lines.length),
  );
}

async function citation(row: QuoteRow): Promise<string> {
  const source = sourceLabel(row, await row.session.study.settings());
  return `“${oneLine(row.text)}”${source === '' ? '' : ` (${source})`}`;
}
