import * as vscode from 'vscode';
import { showReading } from '../../host/reading';
import type { Services } from '../../host/services';
import { CasesTree } from './casesTree';
import { FileDrop } from './dropFiles';
import type { CaseElement } from './elements';
import { openCaseNotes } from './notes';

/** The Cases view: what has been interviewed, coded, summarized and scored in each case. */
export function register(services: Services): vscode.Disposable {
  const tree = new CasesTree(services);
  const view = services.registerTree('interviewCoding.cases', tree, {
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: new FileDrop(),
  });
  const say = (words: string) => {
    view.message = words;
  };
  const notes = services.command('interviewCoding.openCaseNotes', (element?: Partial<CaseElement>) =>
    openCaseNotes(services, element),
  );
  return vscode.Disposable.from(tree, view, notes, showReading('interviewCoding.cases', tree.reading, say));
}
