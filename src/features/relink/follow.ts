import * as vscode from 'vscode';
import type { LogMove } from '../../host/codingService';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { allLogs, logMoves, transcriptOf } from './moves';

interface Renamed {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/**
 * Lets the logs go along when a transcript, or a folder of them, is renamed or moved in the editor: as part of
 * that rename, so that the editor asks about it once and undoes both in one step.
 */
export function followRenames({ studies, codings, log }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const edit = renamesOf(studies.all, event.files);
      edit.catch((error) => log.error(`rename: ${String(error)}`));
      event.waitUntil(edit);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const session of studies.all) {
        const moves = movesIn(session, files);
        codings.renamed(session, moves);
        session.changed(moves.flatMap(({ from, to }) => [from, to]));
      }
    }),
  );
}

async function renamesOf(
  sessions: readonly StudySession[],
  files: readonly Renamed[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const left: string[] = [];
  for (const session of sessions) {
    const moves = movesIn(session, files);
    if (!moves.some(({ from }) => from.startsWith('transcripts/'))) continue;
    for (const { from, to } of logMoves(await allLogs(session.study), moves)) {
      if (await session.files.exists(to)) left.push(to);
      else {
        session.study.willMove(transcriptOf(from), transcriptOf(to));
        edit.renameFile(session.files.uri(from), session.files.uri(to), { overwrite: false });
      }
    }
  }
  if (left.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Some codings did not go along, since there already are logs under the new name: {0}. Nothing was written over.',
        left.join(', '),
      ),
    );
  }
  return edit;
}

/** The renames that stay within a study, by its paths. */
function movesIn({ files: store }: StudySession, files: readonly Renamed[]): LogMove[] {
  return files.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [store.pathOf(oldUri), store.pathOf(newUri)];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
}
