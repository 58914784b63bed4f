import { posix } from 'node:path';
import * as vscode from 'vscode';
import { severityOf } from '../../core/problem';
import type { NameKind } from '../../core/pseudonyms/names';
import { addToNames } from '../../core/pseudonyms/namesText';
import { parseNames } from '../../core/pseudonyms/parseNames';
import { type SuggestedName, suggestNames } from '../../core/pseudonyms/suggest';
import { decodeText } from '../../core/text/decode';
import { HumanError } from '../../host/errors';
import { longWork } from '../../host/longWork';
import { readIfThere, writePrivateFile } from '../../host/privateFile';
import type { Services } from '../../host/services';
import { studyInSight } from '../../host/studyInSight';
import type { StudySession } from '../../host/studySession';
import { type NamesRequest, needOutside } from './askNames';

/** Where the names go, and which of those suggested; asked where it is left out. */
export interface SuggestRequest extends NamesRequest {
  readonly choose?: readonly string[];
}

type NameItem = vscode.QuickPickItem & { readonly suggestion?: SuggestedName };

/** Asks which words of the study are names, adds them with pseudonyms to the file of names, and opens it. */
export async function suggest(services: Services, request: SuggestRequest): Promise<vscode.Uri | undefined> {
  const session = services.studies.needCurrent();
  const uri = request.names ?? services.names.of(session.folder.uri) ?? (await askPlace(session));
  if (!uri) return undefined;
  needOutside(uri, session.folder.uri);
  const before = decodeText((await readIfThere(uri)) ?? new Uint8Array()).text;
  const { names: listed, problems } = parseNames(uri.path, before);
  if (before.trim() !== '' && problems.some((problem) => severityOf(problem) === 'error')) {
    await vscode.window.showTextDocument(uri);
    throw new HumanError(
      vscode.l10n.t('There are mistakes in the file of names. Correct them, then try again.'),
    );
  }
  const suggestions = await longWork(vscode.l10n.t('Looking for names'), (pace) =>
    suggestNames(studyInSight(session), listed, pace),
  );
  if (!suggestions) return undefined;
  const chosen = await choose(suggestions, request.choose);
  if (!chosen) return undefined;
  const { language } = await session.study.settings();
  const text = addToNames(before, listed, chosen, language);
  if (text !== before) await writePrivateFile(uri, text);
  await services.names.remember(session.folder.uri, uri, services.names.isCopy(session.folder.uri));
  await vscode.window.showTextDocument(uri);
  return uri;
}

function askPlace({ folder }: StudySession): Thenable<vscode.Uri | undefined> {
  const name = vscode.l10n.t('{0} names', posix.basename(folder.uri.path));
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where to keep the names? Outside of the study, where only you can read them'),
    saveLabel: vscode.l10n.t('Keep Names Here'),
    defaultUri: vscode.Uri.joinPath(folder.uri, '..', `${name}.yaml`),
    filters: { [vscode.l10n.t('Names (YAML)')]: ['yaml', 'yml'] },
  });
}

async function choose(
  suggestions: readonly SuggestedName[],
  chosen: readonly string[] | undefined,
): Promise<readonly SuggestedName[] | undefined> {
  if (chosen) return suggestions.filter(({ name }) => chosen.includes(name));
  if (suggestions.length === 0) return [];
  const picked = await vscode.window.showQuickPick(itemsOf(suggestions), {
    title: vscode.l10n.t('Suggest Names to Replace'),
    placeHolder: vscode.l10n.t('Which of these are names? Add others in the file'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.flatMap(({ suggestion }) => suggestion ?? []);
}

/** What people said in front matter and labels is chosen beforehand, words with capitals only where they look like names. */
function itemsOf(suggestions: readonly SuggestedName[]): NameItem[] {
  const kinds: Readonly<Record<NameKind, string>> = {
    persons: vscode.l10n.t('Persons'),
    places: vscode.l10n.t('Places'),
    organizations: vscode.l10n.t('Organizations'),
    others: vscode.l10n.t('Other names'),
  };
  return suggestions.flatMap((suggestion, index) => {
    const { name, kind, source, count, file, line } = suggestion;
    const item: NameItem = {
      label: name,
      description: count > 0 ? `${count}× ${file}:${line}` : file,
      picked: source !== 'text' || kind === 'persons' || kind === 'places',
      suggestion,
    };
    const isFirst = kind !== suggestions[index - 1]?.kind;
    return isFirst ? [{ label: kinds[kind], kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
}
