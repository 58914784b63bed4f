import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { answerOf } from '../../host/answerOf';
import { editCodebook, previewCodebookEdit, sayCodebookEdit } from '../../host/codebookFile';
import { HumanError } from '../../host/errors';
import type { StudySession } from '../../host/studySession';
import type { TextChange } from '../../host/yamlFile';
import type { ChangePage } from './changePage';
import { linesText } from './linesText';

/** A change of codebook.yaml that is to be looked at before it is done. */
export interface PlannedChange {
  readonly session: StudySession;
  /** What is done, in a few words: the line to choose. */
  readonly title: string;
  /** What becomes of codings. */
  readonly effect: string;
  readonly edit: (text: string, codebook: Codebook) => string;
}

/** Says what a change touches, shows it when asked, and makes it when chosen. True where it was made. */
export async function previewAndChange(page: ChangePage, planned: PlannedChange): Promise<boolean> {
  const change = await previewCodebookEdit(planned.session, planned.edit);
  if (!(await isChosen(page, planned, change))) return false;
  await editCodebook(planned.session, (text) => {
    if (text === change.before) return change.after;
    throw new HumanError(vscode.l10n.t('codebook.yaml has changed meanwhile. Nothing was done; try again.'));
  });
  sayCodebookEdit(planned.title);
  return true;
}

async function isChosen(
  page: ChangePage,
  { title, effect }: PlannedChange,
  change: TextChange,
): Promise<boolean> {
  const unchanged = vscode.l10n.t('no log is changed');
  const apply = { label: `$(check) ${title}`, description: unchanged, detail: effect };
  const show = {
    label: `$(diff) ${vscode.l10n.t('Show the change in codebook.yaml')}`,
    detail: linesText(change),
  };
  const pick = vscode.window.createQuickPick();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Press Enter to do this, Escape to leave all as it is');
  pick.items = [apply, show];
  // The page of the change takes the focus for a moment.
  pick.ignoreFocusOut = true;
  let shown: Promise<vscode.Disposable> | undefined;
  const answer = await answerOf(pick, (item) => {
    if (item !== show) return true;
    shown ??= page.open(change);
    pick.activeItems = [apply];
    return false;
  });
  void shown?.then((one) => one.dispose());
  return answer !== undefined;
}
