import * as vscode from 'vscode';
import { type CodeTarget, needTarget } from '../../host/codeTarget';
import { showReading } from '../../host/reading';
import type { Services } from '../../host/services';
import { CodebookTree } from './codebookTree';
import { addCode, goTo, recolor, rename } from './commands';
import { CodeDragAndDrop } from './dragAndDrop';

type Called = CodeTarget | undefined;

/** The Codebook view, and the commands that change the codebook from it. */
export function register(services: Services): vscode.Disposable {
  const tree = new CodebookTree(services);
  const view = services.registerTree('interviewCoding.codebook', tree, {
    showCollapseAll: true,
    dragAndDropController: new CodeDragAndDrop(),
  });
  const { command, studies } = services;
  const add = async (parent: CodeTarget | undefined, name: unknown) => {
    const id = await addCode(parent?.session ?? studies.needCurrent(), parent, name);
    const element = id === undefined ? undefined : await tree.find(id);
    if (element && view.visible) await view.reveal(element);
  };
  const need = (called: Called, title: string) =>
    needTarget(services, called ?? (view.visible ? view.selection[0] : undefined), title);
  const messages = { reading: '', counting: '' };
  const tellMessages = () => {
    view.message = messages.reading || messages.counting;
  };
  return vscode.Disposable.from(
    tree,
    view,
    showReading('interviewCoding.codebook', tree.reading, (words) => {
      messages.reading = words;
      tellMessages();
    }),
    showReading(
      'interviewCoding.codebook',
      tree.hits.reading,
      (words) => {
        messages.counting = words;
        tellMessages();
      },
      (done, of) => vscode.l10n.t('Counting terms in transcripts: {0} of {1}…', done, of),
    ),
    command('interviewCoding.countTerms', () => tree.hits.resume()),
    command('interviewCoding.stopCountingTerms', () => tree.hits.stop()),
    command('interviewCoding.addCode', (name?: unknown) => add(undefined, name)),
    command('interviewCoding.addSubcode', async (called: Called, name?: unknown) =>
      add(await need(called, vscode.l10n.t('Add a sub-code to which code?')), name),
    ),
    command('interviewCoding.renameCode', async (called: Called, name?: unknown) =>
      rename(await need(called, vscode.l10n.t('Rename which code?')), name),
    ),
    command('interviewCoding.recolorCode', async (called: Called, color?: unknown) =>
      recolor(await need(called, vscode.l10n.t('Change the color of which code?')), color),
    ),
    command('interviewCoding.goToCode', async (called: Called) =>
      goTo(await need(called, vscode.l10n.t('Go to which code?'))),
    ),
  );
}
