import * as vscode from 'vscode';
import type { CodingTarget } from '../../host/codingTarget';
import { RecentCodes } from '../../host/recentCodes';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import { type Called, CodingEditor } from './change';
import { Tagger, type TagRequest } from './tag';

/** The commands that make, change and remove codings, and take such steps back. */
export function register(services: Services): vscode.Disposable {
  const recent = new RecentCodes(services.context.workspaceState);
  const tagger = new Tagger(services, recent);
  const editor = new CodingEditor(services, recent);
  const { codings, command } = services;
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  return vscode.Disposable.from(
    ...numbers.map((number) =>
      command(`interviewCoding.tagWithCode${number}`, () => tagger.withNumber(number)),
    ),
    command('interviewCoding.tag', () => tagger.withPicked()),
    command('interviewCoding.acceptHit', () => tagger.acceptHit()),
    command('interviewCoding.tagRange', (request: TagRequest) => tagger.range(request)),
    command('interviewCoding.inVivo', () => tagger.inVivo()),
    command('interviewCoding.untag', (called: Called, selected?: Partial<CodingTarget>[]) =>
      editor.remove(called, selected),
    ),
    command('interviewCoding.changeCode', (called: Called) => editor.changeCode(called)),
    command('interviewCoding.editMemo', (called: Called) => editor.editMemo(called)),
    command('interviewCoding.toggleStar', (called: Called, selected?: Partial<CodingTarget>[]) =>
      editor.toggleStar(called, selected),
    ),
    command('interviewCoding.resize', () => editor.resize()),
    command('interviewCoding.undo', async () => {
      const undone = await codings.undo();
      say(
        undone ? vscode.l10n.t('Coding action undone.') : vscode.l10n.t('There is no coding action to undo.'),
      );
    }),
    command('interviewCoding.redo', async () => {
      const redone = await codings.redo();
      say(
        redone ? vscode.l10n.t('Coding action redone.') : vscode.l10n.t('There is no coding action to redo.'),
      );
    }),
  );
}
