import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { isOfEarlierDefinition } from '../../core/codebook/definitions';
import { coderOf, consensusCoder } from '../../core/coding/paths';
import type { Opinion } from '../../core/review/discussion';
import { codeIcon } from '../../host/codeIcon';
import { shorten } from '../../host/codingService';
import { writerOf } from '../../host/codingTarget';
import { plainMarkdown } from '../../host/markdown';
import { marks, sayAnswer, sayReview } from '../../host/reviewLabels';
import type { Names, QuoteGroup } from './grouping';
import { caseName, codeName, codePath, fileName, groupLabel, sourceLabel } from './labels';
import { isLost, type QuoteRow, rowId } from './quoteRow';

const longestLabel = 120;

const reviewIcons: Readonly<Record<string, string>> = {
  toAnswer: 'comment-unresolved',
  disagree: 'close',
  discuss: 'question',
  agree: 'check',
};

/** The row of a group: its name and how many quotes it has. */
export function groupItem(group: QuoteGroup, names: Names, itemId: string): vscode.TreeItem {
  const label = groupLabel(group, names);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const remark = groupRemark(group, names);
  item.id = itemId;
  item.contextValue = 'group';
  item.description = [remark, group.count].filter((part) => part !== '').join(' · ');
  item.iconPath = groupIcon(group, names);
  if (group.by === 'repair') {
    item.contextValue = 'group.repair';
    item.tooltip = vscode.l10n.t(
      'Quotes whose words have changed, or whose place in the transcript can no longer be told.',
    );
  }
  const spoken = [label, remark, quoteCount(group.count)];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
  return item;
}

/** The row of a quote where it belongs. */
export function quoteItem(row: QuoteRow, names: Names, showCode: boolean, own: boolean): vscode.TreeItem {
  const code = showCode ? codeName(row.coding.coding.code, names.codebook) : '';
  const said = (row.discussion?.opinions ?? []).map(({ reviewer, review, answer }) =>
    [marks[review.verdict], reviewer, answer ? `→ ${marks[answer.verdict]}` : ''].join(' ').trim(),
  );
  const source = sourceLabel(row, names.settings);
  const settled = row.settled ? vscode.l10n.t('settled') : '';
  const star = row.coding.coding.star ? '★' : '';
  const item = itemOf(row, row.text, [star, code, source, coderOf(row.coding), settled, ...said]);
  const isOpen = row.discussion?.opinions.some(({ open }) => open);
  item.contextValue = own ? (isOpen ? 'quote.own.open' : 'quote.own') : 'quote';
  item.iconPath = quoteIcon(row, names, showCode);
  return item;
}

/** The row of a quote to repair: its words as they were tagged, and what has become of them. */
export function repairItem(row: QuoteRow, names: Names, own: boolean): vscode.TreeItem {
  const { coding, anchor } = row.coding;
  const code = codeName(coding.code, names.codebook);
  const who = own ? '' : vscode.l10n.t('for {0} to repair', writerOf(row.coding));
  const item = itemOf(row, coding.quote, [fateOf(row), code, fileName(row.coding.transcript), who]);
  const fate = row.source.isThere ? anchor : 'missing';
  item.contextValue = own ? `repair.${fate}.own` : `repair.${fate}`;
  item.iconPath = isLost(row) ? warning() : new vscode.ThemeIcon('edit');
  return item;
}

function itemOf(row: QuoteRow, words: string, remarks: readonly string[]): vscode.TreeItem {
  const text = shorten(words, longestLabel);
  const item = new vscode.TreeItem(text);
  item.id = `${row.session.folder.uri}#${rowId(row)}`;
  item.description = remarks.filter(Boolean).join(' · ');
  const spoken = remarks.map((remark) => (remark === '★' ? vscode.l10n.t('starred') : remark));
  item.accessibilityInformation = { label: [`“${text}”`, ...spoken].filter(Boolean).join(', ') };
  item.command = { command: 'interviewCoding.revealCoding', title: '', arguments: [row] };
  return item;
}

/** What has become of a quote to repair, in a few words. */
function fateOf({ source, coding: { anchor }, text }: QuoteRow): string {
  if (!source.isThere) return vscode.l10n.t('transcript missing');
  if (anchor === 'edited') return vscode.l10n.t('now “{0}”', shorten(text));
  return anchor === 'ambiguous' ? vscode.l10n.t('in several places') : vscode.l10n.t('no longer there');
}

/** The whole quote and what is known of it; shown as text, so that nothing in it is a link. */
export function quoteTooltip(row: QuoteRow, names: Names, own: boolean): vscode.MarkdownString {
  const { coding } = row.coding;
  const state = anchorText(row);
  const other = own ? '' : whoRepairs(writerOf(row.coding));
  const parts = [
    plainMarkdown(`“${row.toRepair ? coding.quote : row.text}”`),
    `**${plainMarkdown(codePath(coding.code, names.codebook).join(' › '))}**`,
    plainMarkdown([sourceLabel(row, names.settings), row.coding.transcript].filter(Boolean).join(' · ')),
    plainMarkdown(madeBy(row)),
    row.settled ? `$(check) ${plainMarkdown(settledText())}` : '',
    coding.star ? `$(star-full) ${plainMarkdown(vscode.l10n.t('Starred for the report'))}` : '',
    coding.memo ? `$(note) ${plainMarkdown(coding.memo)}` : '',
    state ? `$(${isLost(row) ? 'warning' : 'info'}) ${plainMarkdown(state)}` : '',
    row.toRepair ? plainMarkdown(other) : '',
    ...(row.discussion?.opinions ?? []).map((opinion) => opinionText(opinion, names.codebook)),
    isOfEarlierDefinition(coding, names.codebook)
      ? `$(history) ${plainMarkdown(vscode.l10n.t('It was tagged when this code was defined in another way.'))}`
      : '',
  ];
  return new vscode.MarkdownString(parts.filter(Boolean).join('\n\n'), true);
}

function opinionText({ reviewer, review, answer }: Opinion, codebook: Codebook): string {
  const lines = [
    `${marks[review.verdict]} ${[sayReview(reviewer, review, codebook), review.comment].filter(Boolean).join(': ')}`,
    ...(answer ? [`→ ${[sayAnswer(answer), answer.comment].filter(Boolean).join(': ')}`] : []),
  ];
  return plainMarkdown(lines.join('\n'));
}

function madeBy({ coding: { coding, log } }: QuoteRow): string {
  return coderOf({ coding, log }) === consensusCoder
    ? vscode.l10n.t('Settled by {0} on {1}', coding.by, dateOf(coding.at))
    : vscode.l10n.t('Tagged by {0} on {1}', coding.by, dateOf(coding.at));
}

function settledText(): string {
  return vscode.l10n.t(
    'The coders have settled this passage: what they agreed on counts, and this quote does not.',
  );
}

function whoRepairs(writer: string): string {
  return writer === consensusCoder
    ? vscode.l10n.t('Compare the coders and settle it again to repair it.')
    : vscode.l10n.t('Only {0} can repair it.', writer);
}

/** What has become of a quote since it was tagged; undefined where it stands as it did. */
function anchorText(row: QuoteRow): string | undefined {
  if (!row.source.isThere)
    return vscode.l10n.t('The transcript {0} is missing or cannot be read.', row.coding.transcript);
  switch (row.coding.anchor) {
    case 'exact':
      return undefined;
    case 'moved':
      return vscode.l10n.t('The transcript has changed since; the quote was found again by its words.');
    case 'edited':
      return row.toRepair
        ? vscode.l10n.t('Its words have changed since it was tagged. They now are: “{0}”', row.text)
        : vscode.l10n.t(
            'Its words have changed since it was tagged. They were: “{0}”',
            row.coding.coding.quote,
          );
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

function groupRemark(group: QuoteGroup, { codebook, settings }: Names): string {
  const { by, key } = group;
  if (by === 'code') {
    if (!codebook.byId.has(key)) return vscode.l10n.t('not in the codebook');
    return codePath(key, codebook).slice(0, -1).join(' › ');
  }
  const of = by === 'transcript' ? group.rows[0]!.source.case : undefined;
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
    case 'review':
      return new vscode.ThemeIcon(reviewIcons[key] ?? 'circle-large-outline');
    case 'repair':
      return warning();
    case 'page':
      return new vscode.ThemeIcon('list-unordered');
  }
}

function quoteIcon(row: QuoteRow, { codebook }: Names, showCode: boolean): vscode.IconPath {
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
