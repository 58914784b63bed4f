import * as vscode from 'vscode';
import { noCase } from '../../core/summary/cases';
import type { StudySession } from '../../host/studySession';

/**
 * A summary has the codings of all coders and the scores of all scorers: asks whoever codes interviews of its cases
 * blind, or has yet to score what others have, whether they want to see it. True where nothing is hidden from them.
 */
export async function mayExport(session: StudySession, caseIds: readonly string[]): Promise<boolean> {
  const [interviews, scores] = await Promise.all([
    hiddenInterviews(session, caseIds),
    hiddenScores(session, caseIds),
  ]);
  if (interviews + scores === 0) return true;
  const answer = vscode.l10n.t('Export Anyway');
  const detail = [
    interviews > 0
      ? vscode.l10n.t(
          'You code {0} of the interviews blind, and a summary shows what all coders coded. Better export it when you are done with them.',
          interviews,
        )
      : '',
    scores > 0
      ? vscode.l10n.t(
          'Others have given scores that you have yet to verify ({0}), and a summary shows them. Better export it when you have given your own.',
          scores,
        )
      : '',
  ];
  const question = vscode.l10n.t('Export what the others coded and scored too?');
  const shown = { modal: true, detail: detail.filter(Boolean).join('\n\n') };
  return (await vscode.window.showWarningMessage(question, shown, answer)) === answer;
}

async function hiddenInterviews(session: StudySession, caseIds: readonly string[]): Promise<number> {
  const blind = await session.blindTranscripts();
  const cases = await Promise.all(
    blind.map(async (path) => (await session.study.transcriptFacts(path))?.case ?? noCase),
  );
  return cases.filter((id) => caseIds.includes(id)).length;
}

/** Only who scores is asked: who has given no score yet verifies none. */
async function hiddenScores(session: StudySession, caseIds: readonly string[]): Promise<number> {
  const { scores, hidden } = await session.scores();
  if (!scores) return 0;
  const { cases } = await session.study.settings();
  const own = cases.filter(({ id }) => caseIds.includes(id)).flatMap(({ organizations }) => organizations);
  const ids = new Set(own.map(({ id }) => id));
  return hidden.filter(({ organization }) => ids.has(organization)).length;
}
