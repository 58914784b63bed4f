import * as vscode from 'vscode';
import { severityOf } from '../../core/problem';
import { studyProblems } from '../../core/studyProblems';
import { type SummaryFormat, summaryFolder } from '../../core/summary/paths';
import type { StudySession } from '../../host/studySession';
import { openSummary } from './open';
import type { SummaryFile, WrittenSummaries } from './write';

/** The formats, the one that reads best first. */
const preference: readonly SummaryFormat[] = ['md', 'html', 'docx', 'xlsx', 'csv', 'json'];

/** Opens the first summary, and says what that does not show: where the others are, and what is wrong. */
export async function showResult(session: StudySession, { files, stopped }: WrittenSummaries): Promise<void> {
  const first = preference.flatMap((format) => files.filter((file) => file.format === format))[0];
  if (first) await openSummary(session, first);
  if (stopped) void offerFiles(vscode.l10n.t('Stopped. Summaries saved: {0}.', files.length), files);
  else if (await hasErrors(session)) void offerProblems();
  else if (files.length > 1) {
    void offerFiles(
      vscode.l10n.t('{0} summaries are saved in the folder {1}.', files.length, summaryFolder),
      files,
    );
  }
}

async function hasErrors(session: StudySession): Promise<boolean> {
  return (await studyProblems(session.study)).some((problem) => severityOf(problem) === 'error');
}

async function offerFiles(message: string, files: readonly SummaryFile[]): Promise<void> {
  const show = vscode.l10n.t('Show in Explorer');
  const chosen = await vscode.window.showInformationMessage(message, ...(files.length > 0 ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('revealInExplorer', files[0]!.uri);
}

async function offerProblems(): Promise<void> {
  const show = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('The summary is saved, but the study has errors, so it may not be complete.'),
    show,
  );
  if (chosen === show) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}
