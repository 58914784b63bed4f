import * as vscode from 'vscode';
import type { Code, Codebook } from '../../core/codebook/codebook';
import { numbersIn } from '../../core/review/agreement/numbers';
import { localize } from '../../core/text/localized';
import { codeIcon } from '../../host/codeIcon';
import { shorten } from '../../host/codingService';
import { plainMarkdown } from '../../host/markdown';
import type { AgreementElement, CellElement, CodeElement, DisagreementElement } from './elements';

/** Opens the place of a disagreement; called by its row. */
export const openCommand = 'interviewCoding.openDisagreement';

/** What rows need to be called by. */
export interface Shown {
  readonly coders: readonly string[];
  readonly codebook: Codebook;
  /** Tells the rows of one study and choice from those of others. */
  readonly id: string;
}

/** The numbers as the display language of VS Code has them. */
function numbers() {
  return numbersIn(vscode.env.language.toLowerCase().startsWith('nl') ? 'nl' : 'en');
}

/** A row of the view. */
export function itemOf(element: AgreementElement, shown: Shown): vscode.TreeItem {
  switch (element.kind) {
    case 'code':
      return codeItem(element, shown);
    case 'cell':
      return cellItem(element, shown);
    case 'disagreement':
      return disagreementItem(element, shown);
  }
}

function codeItem(
  { named, kappa, pair, cells }: CodeElement,
  { coders, codebook, id }: Shown,
): vscode.TreeItem {
  const { count, figure } = numbers();
  const code = codebook.byId.get(named.code);
  const names = namesOf(named.code, codebook);
  const item = new vscode.TreeItem(
    names.join(' › '),
    cells.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = `${id}#${named.code}`;
  const kappaText =
    kappa === null ? vscode.l10n.t('κ undefined: one value only') : `κ ${figure(kappa, 2, '')}`;
  const counts = pair
    ? vscode.l10n.t(
        'both {0}, only {1} {2}, only {3} {4}',
        count(pair.both),
        coders[0]!,
        count(pair.onlyFirst),
        coders[1]!,
        count(pair.onlySecond),
      )
    : vscode.l10n.t('disagreements {0}', count(cells.reduce((sum, { found }) => sum + found.length, 0)));
  item.description = `${kappaText} · ${counts}`;
  item.iconPath = code ? codeIcon(code.color, code.retired) : new vscode.ThemeIcon('question');
  item.accessibilityInformation = { label: `${names.join(', ')}: ${kappaText}, ${counts}` };
  return item;
}

/** What a code and those above it are called, in the display language of VS Code. */
function namesOf(id: string, codebook: Codebook): string[] {
  const path = (code: Code): string[] => [
    ...(code.parent ? path(code.parent) : []),
    localize(code.name, vscode.env.language),
  ];
  const code = codebook.byId.get(id);
  return code ? path(code) : [id];
}

/** All figures of a code; shown as text, so that nothing in it is a link. */
export function codeTooltip(
  { named, pair }: CodeElement,
  { codebook }: Shown,
): vscode.MarkdownString | undefined {
  if (!pair) return undefined;
  const { count, figure, percent } = numbers();
  const none = vscode.l10n.t('undefined');
  const three = (value: number | null) => figure(value, 3, none);
  const interval = pair.interval ? pair.interval.map(three).join(' – ') : none;
  const { characters, spans } = pair;
  const lines = [
    vscode.l10n.t(
      'Percent agreement {0}, positive agreement {1}',
      percent(pair.percentAgreement, none),
      three(pair.positiveAgreement),
    ),
    vscode.l10n.t('Cohen’s kappa {0} (95%: {1}), alpha {2}', three(pair.kappa), interval, three(pair.alpha)),
    vscode.l10n.t(
      'On characters: kappa {0}, |u-alpha {1}',
      three(characters.kappa),
      three(characters.uAlphaPresence),
    ),
    vscode.l10n.t('Codings matched {0}, F1 {1}', count(spans.matched), three(spans.f1)),
    ...(pair.positiveAgreement === 0
      ? [vscode.l10n.t('The coders never gave this code to the same place.')]
      : []),
  ];
  const title = `**${plainMarkdown(namesOf(named.code, codebook).join(' › '))}**`;
  return new vscode.MarkdownString([title, ...lines.map(plainMarkdown)].join('\n\n'));
}

function cellItem({ code, coder, found }: CellElement, { coders, id }: Shown): vscode.TreeItem {
  const label =
    coders.length > 2 ? vscode.l10n.t('{0}, but not all', coder) : vscode.l10n.t('Only {0}', coder);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${id}#${code}#${coder}`;
  item.description = numbers().count(found.length);
  item.iconPath = new vscode.ThemeIcon('person');
  return item;
}

function disagreementItem(element: DisagreementElement, { id }: Shown): vscode.TreeItem {
  const { code, coder, quote, transcript, line, notBy, unit } = element.disagreement;
  const item = new vscode.TreeItem(shorten(quote));
  const name = transcript.slice(transcript.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  item.id = `${id}#${code}#${coder}#${transcript}#${unit}`;
  item.description = vscode.l10n.t('{0}, line {1}', name, line);
  item.tooltip = new vscode.MarkdownString(
    [
      plainMarkdown(`“${quote}”`),
      plainMarkdown(vscode.l10n.t('Tagged by {0}, not by {1}', coder, notBy.join(', '))),
      plainMarkdown(transcript),
    ].join('\n\n'),
  );
  item.iconPath = new vscode.ThemeIcon('diff');
  item.command = { command: openCommand, title: vscode.l10n.t('Open'), arguments: [element] };
  return item;
}
