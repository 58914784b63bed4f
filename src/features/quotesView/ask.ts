import * as vscode from 'vscode';
import type { StudySession } from '../../host/studySession';
import type { QuoteFilter } from './filter';
import { type Grouping, groupings } from './grouping';
import { codeName, codePath, groupingLabel } from './labels';

/** Asks what to group quotes by; the present answer is marked. */
export async function askGrouping(present: Grouping): Promise<Grouping | undefined> {
  const items = groupings.map((by) => ({
    label: groupingLabel(by),
    description: by === present ? vscode.l10n.t('now') : '',
    by,
  }));
  const placeHolder = vscode.l10n.t('What should the quotes be grouped by?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.by;
}

/** Asks which quotes to show. Answers the whole new filter, or undefined where it stays as it was. */
export async function askFilter(
  session: StudySession,
  present: QuoteFilter,
): Promise<QuoteFilter | undefined> {
  const codebook = await session.study.codebook();
  const all = vscode.l10n.t('all');
  const { coder, code, text } = present;
  const items = [
    { label: `$(person) ${vscode.l10n.t('Coder')}`, description: coder ?? all, ask: askCoder },
    {
      label: `$(tag) ${vscode.l10n.t('Code')}`,
      description: code === undefined ? all : codeName(code, codebook),
      ask: askCode,
    },
    {
      label: `$(search) ${vscode.l10n.t('Text')}`,
      description: text === undefined ? all : `“${text}”`,
      ask: askText,
    },
  ];
  const placeHolder = vscode.l10n.t('Show only the quotes of which…');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  return picked?.ask(session, present);
}

type Ask = (session: StudySession, present: QuoteFilter) => Promise<QuoteFilter | undefined>;

const askCoder: Ask = async ({ study }, { coder: present, ...others }) => {
  const everyone = { label: vscode.l10n.t('All coders'), coder: undefined };
  const items = (await study.coders()).map((coder) => ({
    label: coder,
    description: coder === present ? vscode.l10n.t('now') : '',
    coder,
  }));
  const placeHolder = vscode.l10n.t('Whose quotes?');
  const picked = await vscode.window.showQuickPick([everyone, ...items], { placeHolder });
  return picked && { ...others, ...(picked.coder !== undefined && { coder: picked.coder }) };
};

const askCode: Ask = async ({ study }, { code: present, ...others }) => {
  const codebook = await study.codebook();
  const every = { label: vscode.l10n.t('All codes'), code: undefined };
  const items = codebook.codes.map(({ id }) => {
    const path = codePath(id, codebook).slice(0, -1).join(' › ');
    const now = id === present ? vscode.l10n.t('now') : '';
    return { label: codeName(id, codebook), description: [path, now].filter(Boolean).join(' · '), code: id };
  });
  const placeHolder = vscode.l10n.t('Quotes of which code, sub-codes included?');
  const picked = await vscode.window.showQuickPick([every, ...items], {
    placeHolder,
    matchOnDescription: true,
  });
  return picked && { ...others, ...(picked.code !== undefined && { code: picked.code }) };
};

const askText: Ask = async (_session, { text: present, ...others }) => {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Quotes'),
    prompt: vscode.l10n.t('Words in the quotes; leave empty for all quotes'),
    value: present ?? '',
  });
  if (typed === undefined) return undefined;
  return { ...others, ...(typed.trim() !== '' && { text: typed.trim() }) };
};
