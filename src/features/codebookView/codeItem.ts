import * as vscode from 'vscode';
import type { HitCount } from '../../core/cache/knownHits';
import type { Code } from '../../core/codebook/codebook';
import { type Localized, localize } from '../../core/text/localized';
import { codeIcon } from '../../host/codeIcon';
import { nameOf } from '../../host/codeTarget';
import { plainMarkdown } from '../../host/markdown';
import type { CodeCount } from './counts';

/** What the tree shows of a code besides what the codebook says. */
export interface CodeDetails {
  /** Unlike any other element's in the view. */
  readonly itemId: string;
  /** Its key in coding mode, 1 to 9. */
  readonly key: number | undefined;
  readonly count: CodeCount | undefined;
  readonly hits: HitCount | undefined;
  readonly expanded: boolean;
}

/** The row of a code. */
export function codeItem(code: Code, { itemId, key, count, hits, expanded }: CodeDetails): vscode.TreeItem {
  const name = nameOf(code);
  const item = new vscode.TreeItem(name, collapsibleState(code, expanded));
  item.id = itemId;
  item.iconPath = codeIcon(code.color, code.retired);
  item.contextValue = code.retired ? 'code.retired' : 'code';
  const retired = code.retired ? vscode.l10n.t('retired') : undefined;
  item.description = [key, count?.own, hits && shortHits(hits), retired]
    .filter((part) => part !== undefined)
    .join(' · ');
  const spoken = [
    name,
    key && vscode.l10n.t('key {0}', key),
    count && codingCount(count.own),
    hits && hitsText(hits),
    retired,
  ].filter(Boolean);
  item.accessibilityInformation = { label: spoken.join(', ') };
  return item;
}

/** All that the codebook says of a code. It is shown as text: nothing in it is a link or a command. */
export function codeTooltip(
  code: Code,
  count: CodeCount | undefined,
  hits: HitCount | undefined,
): vscode.MarkdownString {
  const said = (value: Localized | undefined) => value && localize(value, vscode.env.language);
  const examples = code.examples.map(({ text }) => `“${text}”`).join(' ');
  const retired = code.retired ? ` (${vscode.l10n.t('retired')})` : '';
  const parts = [
    `**${plainMarkdown(namesFromRoot(code).join(' › '))}**${retired}`,
    plainMarkdown(said(code.definition) ?? ''),
    part(vscode.l10n.t('Include'), said(code.include)),
    part(vscode.l10n.t('Exclude'), said(code.exclude)),
    part(vscode.l10n.t('Examples'), examples),
    part(vscode.l10n.t('Terms'), code.terms.map(({ source }) => source).join(', ')),
    count ? countText(code, count) : '',
    hits ? hitsText(hits) : '',
  ];
  return new vscode.MarkdownString(parts.filter(Boolean).join('\n\n'));
}

function collapsibleState(code: Code, expanded: boolean): vscode.TreeItemCollapsibleState {
  if (code.children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function part(label: string, value: string | undefined): string {
  return value ? `*${label}:* ${plainMarkdown(value)}` : '';
}

function countText({ children }: Code, { own, withSubcodes }: CodeCount): string {
  const below = children.length > 0 ? `; ${vscode.l10n.t('{0} with sub-codes', withSubcodes)}` : '';
  return codingCount(own) + below;
}

function codingCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 coding') : vscode.l10n.t('{0} codings', count);
}

function shortHits({ all, negated }: HitCount): string {
  return negated > 0
    ? vscode.l10n.t('found {0}, {1} negated', all, negated)
    : vscode.l10n.t('found {0}', all);
}

function hitsText({ all, negated }: HitCount): string {
  const found = all === 1 ? vscode.l10n.t('terms found once') : vscode.l10n.t('terms found {0} times', all);
  return negated > 0 ? vscode.l10n.t('{0}, {1} of them negated', found, negated) : found;
}

function namesFromRoot(code: Code): string[] {
  return code.parent ? [...namesFromRoot(code.parent), nameOf(code)] : [nameOf(code)];
}
