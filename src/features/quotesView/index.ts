import * as vscode from 'vscode';
import type { CodingTarget } from '../../host/codingTarget';
import { ContextKey } from '../../host/contextKey';
import { showReading } from '../../host/reading';
import type { Services } from '../../host/services';
import { askFilter, askGrouping } from './ask';
import { copyCitations } from './citation';
import { isOpen, type QuoteFilter } from './filter';
import { type Grouping, groupings, type QuoteGroup } from './grouping';
import { byLabel, filterLabel } from './labels';
import type { QuoteRow } from './quoteRow';
import { QuotesTree, type ShownQuotes } from './quotesTree';
import { revealCoding } from './reveal';

const groupingKey = 'interviewCoding.quotesBy';

/** The Quotes view: grouping, filtering, opening and citing quotes. */
export function register(services: Services): vscode.Disposable {
  const { command, studies } = services;
  const memory = services.context.workspaceState;
  const filtered = new ContextKey<boolean>('interviewCoding.quotesFiltered');
  const tree = new QuotesTree(services, memory.get<Grouping>(groupingKey, 'code'));
  const view = services.registerTree('interviewCoding.quotes', tree, {
    canSelectMany: true,
    showCollapseAll: true,
  });
  const messages = { shown: '', reading: '' };
  const tellMessages = () => {
    view.message = [messages.shown, messages.reading].filter(Boolean).join('\n');
  };
  const describe = (shown: ShownQuotes) => {
    const open = isOpen(shown.filter);
    filtered.set(!open);
    view.description = describeShown(shown);
    const filter = open ? '' : vscode.l10n.t('Filter: {0}', filterLabel(shown.filter, shown.names.codebook));
    messages.shown = [filter, toAnswerText(shown.toAnswer), hiddenText(shown.hidden)]
      .filter(Boolean)
      .join('\n');
    tellMessages();
    view.badge =
      shown.toAnswer === 0 ? undefined : { value: shown.toAnswer, tooltip: toAnswerText(shown.toAnswer) };
  };
  const groupQuotes = async (given?: unknown) => {
    const by = isGrouping(given) ? given : await askGrouping(tree.shown.by);
    if (by === undefined) return;
    await memory.update(groupingKey, by);
    await tree.show({ by });
  };
  const filterQuotes = async (given?: unknown) => {
    const filter = isFilter(given) ? given : await askFilter(studies.needCurrent(), tree.shown.filter);
    if (filter) await tree.show({ filter });
  };
  const copy = async (on?: QuoteRow, all?: readonly (QuoteRow | QuoteGroup)[]) => {
    const chosen = all ?? (on ? [on] : view.selection);
    await copyCitations(chosen.filter((one) => one.kind === 'quote'));
  };
  return vscode.Disposable.from(
    tree,
    view,
    tree.onDidChangeShown(describe),
    showReading('interviewCoding.quotes', tree.reading, (words) => {
      messages.reading = words;
      tellMessages();
    }),
    command('interviewCoding.groupQuotes', groupQuotes),
    command('interviewCoding.filterQuotes', filterQuotes),
    command('interviewCoding.clearQuoteFilter', () => tree.show({ filter: {} })),
    command('interviewCoding.revealCoding', (target: CodingTarget) => revealCoding(target)),
    command('interviewCoding.copyCitation', copy),
  );
}

function describeShown({ by, filter, shown, all }: ShownQuotes): string {
  const count = isOpen(filter) ? String(all) : vscode.l10n.t('{0} of {1}', shown, all);
  return `${byLabel(by)} · ${count}`;
}

function toAnswerText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('One of your codings has a verdict to answer: press x in a transcript.')
    : vscode.l10n.t('{0} of your codings have a verdict to answer: press x in a transcript.', count);
}

function hiddenText(transcripts: number): string {
  if (transcripts === 0) return '';
  return transcripts === 1
    ? vscode.l10n.t('You code 1 transcript blind: what others coded there is hidden until you are done.')
    : vscode.l10n.t(
        'You code {0} transcripts blind: what others coded there is hidden until you are done.',
        transcripts,
      );
}

function isGrouping(given: unknown): given is Grouping {
  return groupings.includes(given as Grouping);
}

function isFilter(given: unknown): given is QuoteFilter {
  if (typeof given !== 'object' || given === null) return false;
  const { coder, code, text } = given as Record<string, unknown>;
  return [coder, code, text].some((one) => typeof one === 'string');
}
