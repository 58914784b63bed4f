import * as vscode from 'vscode';
import { reachOf } from '../../core/codebook/operationsReach';
import { parseCodebook } from '../../core/codebook/parse';
import { studyFiles } from '../../core/study/files';
import { normalizeLineEnds } from '../../core/text/decode';
import { undoCodebookEdit } from '../../host/codebookFile';
import { HumanError } from '../../host/errors';
import { reachText } from '../../host/reachText';
import { say } from '../../host/say';
import type { StudySession } from '../../host/studySession';

/** Takes the last change of the codebook back, unless codings have come to need it. */
export async function undo(session: StudySession): Promise<void> {
  const undone = await undoCodebookEdit(session, (before) => checkCodings(session, before));
  say(
    undone
      ? vscode.l10n.t('The last change of the codebook was taken back.')
      : vscode.l10n.t('There is no change of the codebook to undo.'),
  );
}

async function checkCodings({ study }: StudySession, before: string): Promise<void> {
  const { codebook } = await parseCodebook(studyFiles.codebook, normalizeLineEnds(before), undefined);
  const now = await study.codebook();
  const going = new Set([...now.byId.keys()].filter((id) => !codebook.byId.has(id)));
  const reach = await reachOf(study, going);
  if (reach.codings === 0) return;
  throw new HumanError(
    vscode.l10n.t(
      'The change cannot be taken back: a code that would go has codings ({0}). Give these another code first.',
      reachText(reach),
    ),
  );
}
