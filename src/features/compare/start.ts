import * as vscode from 'vscode';
import { coderOf, isCoderName } from '../../core/coding/paths';
import { nameAtTime, readTime } from '../../core/review/times';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import type { OpenComparison } from './comparing';

/** What Compare Coders is called on: an interview of the Cases view, a transcript of a study, or one of this study. */
export type Called =
  | { readonly in: { readonly session: StudySession }; readonly interview: { readonly path: string } }
  | { readonly session: StudySession; readonly path: string }
  | {
      readonly transcript: string;
      /** The coders to compare; asked for where left out and there are more than two. */
      readonly coders?: readonly [string, string];
    };

/** Opens the comparison of two coders in a transcript, the active one where none is named. */
export async function startComparing(
  services: Services,
  open: OpenComparison,
  called: Called | undefined,
): Promise<void> {
  const { session, path } = targetOf(services, called);
  if (await session.isBlind(path)) {
    throw new HumanError(
      vscode.l10n.t(
        'You code this transcript without seeing what others coded in it, so it cannot be compared yet. Say that it is done first.',
      ),
    );
  }
  const found = await codersIn(session, path);
  const named = called && 'transcript' in called ? called.coders : undefined;
  const coders = named ?? (await askCoders(found, services.coder.current()));
  if (!coders) return;
  const document = await vscode.workspace.openTextDocument(session.files.uri(path));
  // A review has the same keys.
  await vscode.commands.executeCommand('interviewCoding.endReview');
  await open.open({ session, path, document, coders });
}

/** The coders who coded in a transcript, as far as the person at the screen may know, in the order of the study. */
export async function codersIn(session: StudySession, path: string): Promise<string[]> {
  const coders = new Set((await session.codings(path)).map(coderOf));
  return (await session.study.coders()).filter((coder) => isCoderName(coder) && coders.has(coder));
}

function targetOf(services: Services, called: Called | undefined): { session: StudySession; path: string } {
  if (called && 'interview' in called) return { session: called.in.session, path: called.interview.path };
  if (called && 'path' in called) return called;
  if (called) return { session: services.studies.needCurrent(), path: called.transcript };
  const editor = vscode.window.activeTextEditor;
  const active = editor && services.studies.transcriptOf(editor.document);
  if (active) return active;
  throw new HumanError(vscode.l10n.t('Open the transcript in which you want to compare two coders first.'));
}

async function askCoders(
  found: readonly string[],
  own: string | undefined,
): Promise<[string, string] | undefined> {
  const [first, second] = found;
  if (first === undefined || second === undefined) {
    throw new HumanError(
      first === undefined
        ? vscode.l10n.t('Nobody has coded this transcript yet: there is nothing to compare.')
        : vscode.l10n.t('Only {0} has coded this transcript: there is nobody to compare with.', first),
    );
  }
  if (found.length === 2) return [first, second];
  const before = own === undefined ? undefined : nameAtTime({ ...readTime(own), time: 1 });
  if (before !== own && found.includes(before!) && found.includes(own!)) return [before!, own!];
  const left = await vscode.window.showQuickPick(found, {
    title: vscode.l10n.t('Compare Coders'),
    placeHolder: vscode.l10n.t('Whose codings should stand on the left (A)?'),
  });
  if (left === undefined) return undefined;
  const others = found.filter((one) => one !== left).sort((a, b) => Number(b === own) - Number(a === own));
  const right = await vscode.window.showQuickPick(others, {
    title: vscode.l10n.t('Compare Coders'),
    placeHolder: vscode.l10n.t('Whose codings should stand on the right (B)?'),
  });
  return right === undefined ? undefined : [left, right];
}
