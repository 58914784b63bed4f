import * as vscode from 'vscode';
import { noCase } from '../../core/summary/cases';
import type { StudySession } from '../../host/studySession';

/**
 * A summary has the codings of all coders: asks whoever codes interviews of its cases blind whether they want to
 * see it. True where nothing is hidden from them.
 */
export async function mayExport(session: StudySession, caseIds: readonly string[]): Promise<boolean> {
  const blind = await session.blindTranscripts();
  const cases = await Promise.all(
    blind.map(async (path) => (await session.study.transcriptFacts(path))?.case ?? noCase),
  );
  const hidden = cases.filter((id) => caseIds.includes(id)).length;
  if (hidden === 0) return true;
  const answer = vscode.l10n.t('Export Anyway');
  const detail = vscode.l10n.t(
    'You code {0} of the interviews blind, and a summary shows what all coders coded. Better export it when you are done with them.',
    hidden,
  );
  const question = vscode.l10n.t('Export what the others coded too?');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, answer)) === answer;
}
