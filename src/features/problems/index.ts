import * as vscode from 'vscode';
import { studyFiles } from '../../core/study/files';
import type { Services } from '../../host/services';
import { ProblemsPublisher } from './publisher';

/** Shows what is wrong in the files of every open study in the Problems panel, and keeps it up to date. */
export function register({ studies, coder, log }: Services): vscode.Disposable {
  const publisher = new ProblemsPublisher(coder, (error) => log.error(`problems: ${String(error)}`));
  publisher.follow(studies.all);
  return vscode.Disposable.from(
    publisher,
    studies.onDidChangeSessions(() => publisher.follow(studies.all)),
    studies.onDidChange(({ session, paths }) => {
      if ([...paths].some(canHaveProblems)) publisher.check(session);
    }),
  );
}

function canHaveProblems(path: string): boolean {
  return (
    (Object.values(studyFiles) as string[]).includes(path) ||
    /^(?:transcripts|codings|history|reviews|scores)(?:\/|$)/.test(path)
  );
}
