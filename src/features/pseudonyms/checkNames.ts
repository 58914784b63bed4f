import * as vscode from 'vscode';
import { namesLeft } from '../../core/pseudonyms/namesLeft';
import { longWork } from '../../host/longWork';
import type { Services } from '../../host/services';
import { type NamesRequest, needNames, needSaved } from './askNames';
import type { NameProblems } from './nameProblems';

/** Shows every place in the study where a name is left, and tells how many there are. */
export async function checkNames(
  services: Services,
  problems: NameProblems,
  request: NamesRequest,
): Promise<number | undefined> {
  const session = services.studies.needCurrent();
  needSaved(session);
  const read = await needNames(services, session, problems, request);
  if (!read) return undefined;
  const left = await longWork(vscode.l10n.t('Looking for names'), () => namesLeft(session.files, read.names));
  if (!left) return undefined;
  await problems.show(left, (file) => session.files.uri(file));
  void vscode.window.showInformationMessage(
    left.length === 0
      ? vscode.l10n.t('None of the names is left in this study.')
      : vscode.l10n.t('Places in which names are left, in the Problems panel: {0}.', left.length),
  );
  return left.length;
}
