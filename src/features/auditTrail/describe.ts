import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import type { TrailStep } from '../../core/coding/auditTrail';
import { localize } from '../../core/text/localized';

/** The history of a coding in words, a paragraph for each step. */
export function describeHistory(steps: readonly TrailStep[], codebook: Codebook): string {
  const [first] = steps;
  const paragraphs = steps.map((step) => `${stepLine(step)}\n    ${whatWasDone(step, codebook)}`);
  const head = [first!.transcript, vscode.l10n.t('Id: {0}', first!.id)];
  return `${[head.join('\n'), ...paragraphs].join('\n\n')}\n`;
}

function stepLine({ at, by }: TrailStep): string {
  const date = new Date(at);
  const time = Number.isNaN(date.getTime())
    ? at
    : date.toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return [time, by].filter(Boolean).join(' · ');
}

function whatWasDone({ action, before, after, coding }: TrailStep, codebook: Codebook): string {
  const nameOf = (code: string) => localize(codebook.byId.get(code)?.name ?? code, vscode.env.language);
  const quote = oneLine(coding?.quote ?? '');
  switch (action) {
    case 'added':
      return vscode.l10n.t('Tagged with {0}: “{1}”', nameOf(after), quote);
    case 'restored':
      return vscode.l10n.t('Added again, with {0}: “{1}”', nameOf(after), quote);
    case 'removed':
      return before === ''
        ? vscode.l10n.t('Removed')
        : vscode.l10n.t('Removed; the code was {0}', nameOf(before));
    case 'code':
      return vscode.l10n.t('Code changed from {0} to {1}', nameOf(before), nameOf(after));
    case 'memo':
      return memoWords(oneLine(before), oneLine(after));
    case 'star':
      return after === '' ? vscode.l10n.t('Star taken away') : vscode.l10n.t('Starred');
    case 'bounds':
      return vscode.l10n.t('Bounds changed; now: “{0}”', quote);
    case 'repeated':
      return vscode.l10n.t('Saved again without a change');
  }
}

function memoWords(before: string, after: string): string {
  if (before === '') return vscode.l10n.t('Memo written: {0}', after);
  if (after === '') return vscode.l10n.t('Memo removed; it was: {0}', before);
  return vscode.l10n.t('Memo changed from “{0}” to “{1}”', before, after);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
