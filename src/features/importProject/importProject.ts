import * as vscode from 'vscode';
import { ImportError } from '../../core/exchange/importError';
import { type ProjectPlan, planProject } from '../../core/exchange/refi/planProject';
import { problemCatalog } from '../../core/problemCatalog';
import { HumanError } from '../../host/errors';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { writePlanned } from '../../host/writePlanned';

/** Takes a project or codebook of REFI-QDA into the current study, when the person has seen what is new in it. */
export async function importProject(services: Services, meant: vscode.Uri | undefined): Promise<void> {
  const session = services.studies.needCurrent();
  const uri = meant ?? (await askFile());
  if (!uri) return;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const plan = await planOf(services, session, uri, name);
  const isNew = plan.transcripts + plan.codes + plan.codings + plan.reviews > 0;
  if (!isNew && plan.problems.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing new in {0}.', name));
    return;
  }
  if (!(await isConfirmed(name, plan))) return;
  await writePlanned(session, plan);
  await showDone(session, plan);
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Project or Codebook'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Projects and codebooks (REFI-QDA)')]: ['qdpx', 'qdc'] },
  });
  return chosen?.[0];
}

async function planOf(
  { coder }: Services,
  session: StudySession,
  uri: vscode.Uri,
  name: string,
): Promise<ProjectPlan> {
  const source = { name, bytes: await vscode.workspace.fs.readFile(uri) };
  const at = new Date().toISOString();
  try {
    const request = { source, caseId: undefined, coder: coder.current(), at };
    return await planProject(session.files, session.study, request);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new HumanError(`${name}: ${vscode.l10n.t(problemCatalog[error.code].text, ...error.args)}`);
  }
}

async function isConfirmed(
  name: string,
  { transcripts, codes, codings, reviews, problems }: ProjectPlan,
): Promise<boolean> {
  const news = vscode.l10n.t(
    'New in the study: transcripts {0}, codes {1}, codings {2}, reviews {3}. Nothing that is there is changed.',
    transcripts,
    codes,
    codings,
    reviews,
  );
  const left = vscode.l10n.t(
    'Not taken over, or not as it stands there: {0}. They are listed in the folder originals.',
    problems.length,
  );
  const title = vscode.l10n.t('Import {0}?', name);
  const answer = { label: vscode.l10n.t('Import'), ...(problems.length > 0 && { detail: left }) };
  return (await vscode.window.showQuickPick([answer], { title, placeHolder: news })) !== undefined;
}

async function showDone(
  session: StudySession,
  { transcripts, codes, codings, reviews, writes }: ProjectPlan,
): Promise<void> {
  const report = [...writes.keys()].find((path) => /^originals\/.*\.md$/s.test(path));
  const show = vscode.l10n.t('Show the List');
  const message = vscode.l10n.t(
    'Imported: transcripts {0}, codes {1}, codings {2}, reviews {3}.',
    transcripts,
    codes,
    codings,
    reviews,
  );
  const chosen = await vscode.window.showInformationMessage(message, ...(report ? [show] : []));
  if (chosen === show && report) await vscode.window.showTextDocument(session.files.uri(report));
}
