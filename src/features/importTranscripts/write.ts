import * as vscode from 'vscode';
import type { LabelChoices } from '../../core/exchange/comments/commentCodings';
import { type FilePlan, planFile } from '../../core/exchange/planFile';
import { HumanError } from '../../host/errors';
import type { StudySession } from '../../host/studySession';
import type { RecognizedFile } from './readFiles';

/** What a person was asked of a file. */
export interface Answers {
  readonly overwrite: boolean;
  /** Who changed comments of others in a document that comes back. */
  readonly coder: string | undefined;
}

/** What taking a file into a case of the study writes. */
export function planOf(
  session: StudySession,
  { source, imported, interviewers }: RecognizedFile,
  order: Answers & { readonly caseId: string; readonly choices: LabelChoices },
): Promise<FilePlan> {
  const at = new Date().toISOString();
  return planFile(session.files, { source, imported, interviewers, at, ...order });
}

/** Writes what was planned. A transcript with changes that are not saved is left alone, with a sentence that says so. */
export async function writePlan(session: StudySession, { writes, appends }: FilePlan): Promise<void> {
  for (const path of writes.keys()) {
    const uri = session.files.uri(path).toString();
    if (vscode.workspace.textDocuments.some((one) => one.isDirty && one.uri.toString() === uri)) {
      throw new HumanError(
        vscode.l10n.t('{0} has changes that are not saved. Save them, then import again.', path),
      );
    }
  }
  const touched: string[] = [];
  try {
    for (const [path, content] of writes) {
      touched.push(path);
      await session.files.replace(path, content);
    }
    for (const [path, lines] of appends) {
      touched.push(path);
      await session.files.append(path, lines);
    }
  } finally {
    session.changed(touched);
  }
}
