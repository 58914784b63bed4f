import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import type { Compared } from '../../core/review/compare';
import type { Consensus } from '../../core/review/consensus';
import { localize } from '../../core/text/localized';
import type { Comparison, ShownItem } from './comparing';

/** The letters by which the two coders are told apart, beside their names. */
export const letters = ['A', 'B'] as const;

/** How an item differs, in words: `different bounds, overlap 64 %`. */
export function kindLabel(
  { kind, first, overlap }: Compared,
  [one, other]: readonly [string, string],
): string {
  switch (kind) {
    case 'agreement':
      return vscode.l10n.t('agreement');
    case 'only-one':
      return vscode.l10n.t('only {0} coded it', first ? one : other);
    case 'different-code':
      return overlap === 1
        ? vscode.l10n.t('different code')
        : vscode.l10n.t('different code, overlap {0} %', percent(overlap));
    case 'different-bounds':
      return vscode.l10n.t('different bounds, overlap {0} %', percent(overlap));
  }
}

/** What is settled of an item; empty for one that nobody has settled. */
export function stateLabel({ compared, state }: ShownItem, { codebook, consensus }: Comparison): string {
  const { first, second } = compared;
  const ids = [first, second].flatMap((one) => (one ? [one.coding.id] : []));
  if (ids.some((id) => consensus.disputes.has(id)))
    return vscode.l10n.t('settled in two ways: settle it once');
  if (state === 'open') return vscode.l10n.t('left open: {0}', reasonOf(ids, consensus));
  if (state === 'unsettled') return '';
  const became = consensus.codings.filter(({ coding }) => coding.from?.some((id) => ids.includes(id)));
  if (became.length === 0) return vscode.l10n.t('settled: neither is taken');
  const codes = [...new Set(became.map(({ coding }) => codeName(coding.code, codebook)))];
  return vscode.l10n.t('settled: {0}', codes.join(', '));
}

/** The codes of an item: `Time ≠ Money`. */
export function codesLabel({ first, second }: Compared, codebook: Codebook): string {
  const names = [first, second].flatMap((one) => (one ? [codeName(one.coding.code, codebook)] : []));
  return [...new Set(names)].join(' ≠ ');
}

/** A code's name in the reader's language; of a code that the codebook does not have, its id. */
export function codeName(id: string, codebook: Codebook): string {
  return localize(codebook.byId.get(id)?.name ?? id, vscode.env.language);
}

/** The words of an item: from where the first of its codings begins to where the last ends. */
export function wordsOf({ start, end }: Compared, text: string): string {
  return text.slice(start, end);
}

function percent(share: number): number {
  // What differs is never shown as the same, nor what overlaps as apart.
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

function reasonOf(ids: readonly string[], { settlements }: Consensus): string {
  const reasons = ids.flatMap((id) => settlements.get(id)?.reason ?? []);
  return [...new Set(reasons)].join('; ') || vscode.l10n.t('no reason given');
}
