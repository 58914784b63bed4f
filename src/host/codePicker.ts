import * as vscode from 'vscode';
import { type Code, numberedCodes, offeredCodes } from '../core/codebook/codebook';
import { localize } from '../core/text/localized';
import { answerOf } from './answerOf';
import { createCode } from './newCode';
import type { RecentCodes } from './recentCodes';
import type { StudySession } from './studySession';

interface CodeItem extends vscode.QuickPickItem {
  readonly code?: string;
  readonly create?: string;
}

/**
 * Asks for a code: the recent ones first, then all in the codebook's order, filtered while typing; what is
 * typed can become a new code. Answers the code's id, or undefined where the question was dismissed.
 */
export async function pickCode(
  session: StudySession,
  recent: RecentCodes,
  title: string,
): Promise<string | undefined> {
  const codebook = await session.study.codebook();
  const items = codeItems(offeredCodes(codebook), numberedCodes(codebook), recent.ids());
  const picked = await ask(title, items);
  const id = picked?.create === undefined ? picked?.code : await createCode(session, picked.create);
  if (id !== undefined) await recent.add(id);
  return id;
}

function codeItems(
  codes: readonly Code[],
  numbered: readonly Code[],
  recentIds: readonly string[],
): CodeItem[] {
  const separator = (label: string): CodeItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const item = (code: Code): CodeItem => {
    const number = numbered.indexOf(code) + 1;
    const name = localize(code.name, vscode.env.language);
    const definition = code.definition && localize(code.definition, vscode.env.language);
    return {
      label: name,
      description: [number > 0 ? String(number) : '', code.parent ? code.path : '']
        .filter(Boolean)
        .join('  '),
      code: code.id,
      ...(definition ? { detail: definition } : {}),
    };
  };
  const recent = recentIds.flatMap((id) => codes.filter((code) => code.id === id));
  const others = codes.filter((code) => !recent.includes(code));
  return [
    ...(recent.length > 0 ? [separator(vscode.l10n.t('recently used')), ...recent.map(item)] : []),
    separator(vscode.l10n.t('all codes')),
    ...others.map(item),
  ];
}

function ask(title: string, items: CodeItem[]): Promise<CodeItem | undefined> {
  const pick = vscode.window.createQuickPick<CodeItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Type to find a code, or the name of a new one');
  pick.matchOnDescription = true;
  pick.items = items;
  const withNewCode = (typed: string): CodeItem[] => {
    const name = typed.trim();
    const known = items.some(
      ({ label, code }) => label.toLowerCase() === name.toLowerCase() || code === name,
    );
    if (name === '' || known) return items;
    const create = {
      label: `$(add) ${vscode.l10n.t('Create new code “{0}”', name)}`,
      create: name,
      alwaysShow: true,
    };
    return [...items, create];
  };
  pick.onDidChangeValue((typed) => {
    pick.items = withNewCode(typed);
  });
  return answerOf(pick);
}
