import * as vscode from 'vscode';
import type { FilePlan } from '../../core/exchange/planFile';
import type { StudySession } from '../../host/studySession';
import { warningLines } from './describe';
import type { PreviewPage } from './previewPage';
import type { ReadFiles } from './readFiles';

/** Opens the transcript where one came, and says what came and what did not. */
export async function showResult(
  session: StudySession,
  page: PreviewPage,
  read: ReadFiles,
  written: readonly FilePlan[],
): Promise<void> {
  const taken = written.filter(({ outcome }) => outcome !== 'edited');
  const [first] = taken;
  if (first) await vscode.window.showTextDocument(session.files.uri(first.transcript), { preview: true });
  const lines = linesOf(read, written);
  const returned = taken.filter(({ outcome }) => outcome === 'returned').length;
  const interviews = taken.length - returned;
  const sum = (count: (plan: FilePlan) => number) => taken.reduce((total, plan) => total + count(plan), 0);
  const [codings, reviews] = [
    sum(({ comments }) => comments.codings),
    sum(({ comments }) => comments.reviews),
  ];
  const said = [
    ...(interviews > 0 || returned === 0 ? [vscode.l10n.t('Interviews imported: {0}.', interviews)] : []),
    ...(returned > 0 ? [vscode.l10n.t('Reviewed documents read: {0}.', returned)] : []),
    ...(codings > 0 ? [vscode.l10n.t('Codings from comments: {0}.', codings)] : []),
    ...(reviews > 0 ? [vscode.l10n.t('Reviews from comments: {0}.', reviews)] : []),
    ...(lines.length > 0 ? [vscode.l10n.t('Not understood or left out: {0}.', lines.length)] : []),
  ].join(' ');
  void offer(said, lines, page);
}

async function offer(said: string, lines: readonly string[], page: PreviewPage): Promise<void> {
  const show = vscode.l10n.t('Show What Was Left Out');
  if (lines.length === 0) void vscode.window.showInformationMessage(said);
  else if ((await vscode.window.showWarningMessage(said, show)) === show) {
    await page.report(vscode.l10n.t('Left out of the import'), lines);
  }
}

/** What was not understood or not written, a line each, with its file and line. */
function linesOf(read: ReadFiles, written: readonly FilePlan[]): string[] {
  const problems = [
    ...read.problems,
    ...read.files.flatMap(({ imported }) => imported.warnings),
    ...written.flatMap(({ comments }) => comments.problems),
  ];
  const kept = written.filter(({ outcome }) => outcome === 'edited');
  return [
    ...warningLines(problems),
    ...kept.map(({ transcript }) => vscode.l10n.t('{0}: was edited in the study and is kept.', transcript)),
  ];
}
