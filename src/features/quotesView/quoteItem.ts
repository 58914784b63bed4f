import * as vscode from 'vscode';
import { codeIcon } from '../../host/codeIcon';
import { shorten } from '../../host/codingService';
import { plainMarkdown } from '../../host/markdown';
import type { Names, QuoteGroup } from './grouping';
import { caseName, codeName, codePath, groupLabel, sourceLabel } from './labels';
import { isLost, type QuoteRow, rowId } from './quoteRow';

const longestLabel = 120;

/** The row of a group: its name and how many quotes it has. */
export function groupItem(group: QuoteGroup, names: Names, itemId: string): vscode.TreeItem {
  const label = groupLabel(group, names);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const remark = groupRemark(group, names);
  item.id = itemId;
  item.contextValue = 'group';
  item.description = [remark, group.rows.length].filter((part) => part !== '').join(' · ');
  item.iconPath = groupIcon(group, names);
  if (group.by === 'lost') {
    item.tooltip = vscode.l10n.t('Quotes whose place in the transcript can no longer be told.');
  }
  const spoken = [label, remark, quoteCount(group.rows.length)];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
  return item;
}

/** The row of a quote. A lost one is told by its icon and in words. */
export function quoteItem(row: QuoteRow, names: Names, showCode: boolean, own: boolean): vscode.TreeItem {
  const { coding } = row.coding;
  const text = shorten(row.text, longestLabel);
  const code = showCode ? codeName(coding.code, names.codebook) : '';
  const lost = isLost(row) ? vscode.l10n.t('lost') : '';
  const source = sourceLabel(row, names.settings);
  const item = new vscode.TreeItem(text);
  item.id = `${row.session.folder.uri}#${rowId(row)}`;
  item.contextValue = own ? 'quote.own' : 'quote';
  item.description = [code, source, coding.by].filter(Boolean).join(' · ');
  item.iconPath = quoteIcon(row, names, showCode);
  item.accessibilityInformation = {
    label: [`“${text}”`, lost, code, source, coding.by].filter(Boolean).join(', '),
  };
  item.command = { command: 'interviewCoding.revealCoding', title: '', arguments: [row] };
  return item;
}

/** The whole quote and what is known of it; shown as text, so that nothing in it is a link. */
export function quoteTooltip(row: QuoteRow, names: Names): vscode.MarkdownString {
  const { coding } = row.coding;
  const state = anchorText(row);
  const parts = [
    plainMarkdown(`“${row.text}”`),
    `**${plainMarkdown(codePath(coding.code, names.codebook).join(' › '))}**`,
    plainMarkdown([sourceLabel(row, names.settings), row.coding.transcript].filter(Boolean).join(' · ')),
    plainMarkdown(vscode.l10n.t('Tagged by {0} on {1}', coding.by, dateOf(coding.at))),
    coding.memo ? `$(note) ${plainMarkdown(coding.memo)}` : '',
    state ? `$(${isLost(row) ? 'warning' : 'info'}) ${plainMarkdown(state)}` : '',
  ];
  return new vscode.MarkdownString(parts.filter(Boolean).join('\n\n'), true);
}

/** What has become of a quote since it was tagged; undefined where it stands as it did. */
function anchorText(row: QuoteRow): string | undefined {
  if (!row.hasTranscript)
    return vscode.l10n.t('The transcript {0} is missing or cannot be read.', row.coding.transcript);
  switch (row.coding.anchor) {
    case 'exact':
      return undefined;
    case 'moved':
      return vscode.l10n.t('The transcript has changed since; the quote was found again by its words.');
    case 'edited':
      return vscode.l10n.t('The words of the quote have changed since it was tagged.');
    case 'ambiguous':
      return vscode.l10n.t(
        'These words now stand in several places, and nothing tells which one was tagged.',
      );
    case 'orphan':
      return vscode.l10n.t(
        'These words are no longer in the transcript. They are shown as they were tagged.',
      );
  }
}

function groupRemark({ by, key, rows }: QuoteGroup, { codebook, settings }: Names): string {
  if (by === 'code') {
    if (!codebook.byId.has(key)) return vscode.l10n.t('not in the codebook');
    return codePath(key, codebook).slice(0, -1).join(' › ');
  }
  const of = by === 'transcript' ? rows[0]!.case : undefined;
  return of === undefined ? '' : caseName(of, settings);
}

function groupIcon({ by, key }: QuoteGroup, { codebook }: Names): vscode.IconPath {
  switch (by) {
    case 'code': {
      const code = codebook.byId.get(key);
      return code ? codeIcon(code.color, code.retired) : new vscode.ThemeIcon('question');
    }
    case 'case':
      return new vscode.ThemeIcon('briefcase');
    case 'organization':
      return new vscode.ThemeIcon('organization');
    case 'role':
      return new vscode.ThemeIcon('person');
    case 'transcript':
      return new vscode.ThemeIcon('comment-discussion');
    case 'lost':
      return warning();
  }
}

function quoteIcon(row: QuoteRow, { codebook }: Names, showCode: boolean): vscode.IconPath {
  if (isLost(row)) return warning();
  const code = showCode ? codebook.byId.get(row.coding.coding.code) : undefined;
  return code ? codeIcon(code.color, code.retired) : new vscode.ThemeIcon('quote');
}

function warning(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}

function quoteCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 quote') : vscode.l10n.t('{0} quotes', count);
}

function dateOf(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : date.toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}
