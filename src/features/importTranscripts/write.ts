import type { LabelChoices } from '../../core/exchange/comments/commentCodings';
import { type FilePlan, planFile } from '../../core/exchange/planFile';
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
