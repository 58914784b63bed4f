import * as vscode from 'vscode';
import { HumanError } from '../../host/errors';
import { showReading } from '../../host/reading';
import type { Services } from '../../host/services';
import { CodebookTree, type CodeElement } from './codebookTree';
import { addCode, goTo, recolor, rename } from './commands';
import { CodeDragAndDrop } from './dragAndDrop';

/** The Codebook view, and the commands that change the codebook from it. */
export function register(services: Services): vscode.Disposable {
  const tree = new CodebookTree(services);
  const view = services.registerTree('interviewCoding.codebook', tree, {
    showCollapseAll: true,
    dragAndDropController: new CodeDragAndDrop(),
  });
  const { command, studies } = services;
  const add = async (parent: CodeElement | undefined, name: unknown) => {
    const id = await addCode(parent?.session ?? studies.needCurrent(), parent, name);
    const element = id === undefined ? undefined : await tree.find(id);
    if (element && view.visible) await view.reveal(element);
  };
  const chosen = (element: CodeElement | undefined): CodeElement => {
    const code = element ?? view.selection[0];
    if (code) return code;
    throw new HumanError(vscode.l10n.t('Choose a code in the Codebook view first.'));
  };
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
    command('interviewCoding.addSubcode', (on?: CodeElement, name?: unknown) => add(chosen(on), name)),
    command('interviewCoding.renameCode', (on?: CodeElement, name?: unknown) => rename(chosen(on), name)),
    command('interviewCoding.recolorCode', (on?: CodeElement, color?: unknown) => recolor(chosen(on), color)),
    command('interviewCoding.goToCode', (on?: CodeElement) => goTo(chosen(on))),
  );
}
