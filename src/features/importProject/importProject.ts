import * as vscode from 'vscode';
import { ImportError } from '../../core/exchange/importError';
import { type ProjectPlan, planProject } from '../../core/exchange/refi/planProject';
import type { Problem } from '../../core/problem';
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
  const isNew = plan.appends.size > 0 || [...plan.writes.keys()].some((path) => !isKept(path));
  if (!isNew && plan.problems.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing new in {0}.', name));
    return;
  }
  if (!(await isConfirmed(name, plan))) return;
  await writePlanned(session, plan);
  await showDone(session, plan);
}

/** True for the file itself and the list of what was not taken. */
function isKept(path: string): boolean {
  return path.startsWith('originals/');
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

/** Says what is new and what is not taken over, and asks whether to go on. */
async function isConfirmed(name: string, plan: ProjectPlan): Promise<boolean> {
  const go = { label: vscode.l10n.t('$(check) Import'), detail: newIn(plan) };
  const [first] = plan.problems;
  const left = first && {
    label: vscode.l10n.t('$(warning) Not taken over, or not as it stands there: {0}', plan.problems.length),
    detail: describe(first),
  };
  for (;;) {
    const picked = await vscode.window.showQuickPick(left ? [go, left] : [go], {
      title: vscode.l10n.t('Import {0}?', name),
      placeHolder: vscode.l10n.t('Nothing that is there is changed'),
      ignoreFocusOut: true,
    });
    if (picked !== left || !left) return picked === go;
    await showLeft(name, plan);
  }
}

function newIn({ transcripts, codes, codings, reviews, scores }: ProjectPlan): string {
  return vscode.l10n.t(
    'New in the study: transcripts {0}, codes {1}, codings {2}, reviews {3}, scores {4}',
    transcripts,
    codes,
    codings,
    reviews,
    scores,
  );
}

function describe({ code, args }: Problem): string {
  return vscode.l10n.t(problemCatalog[code].text, ...args);
}

/** What would not be taken over, as a text to read before anything is written. */
async function showLeft(name: string, { problems }: ProjectPlan): Promise<void> {
  const heading = vscode.l10n.t('Not taken over from {0}', name);
  const content = [`# ${heading}`, '', ...problems.map((problem) => `- ${describe(problem)}`), ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: true });
}

async function showDone(
  session: StudySession,
  { transcripts, codes, codings, reviews, scores, writes }: ProjectPlan,
): Promise<void> {
  const report = [...writes.keys()].find((path) => isKept(path) && path.endsWith('.md'));
  const show = vscode.l10n.t('Show the List');
  const message = vscode.l10n.t(
    'Imported: transcripts {0}, codes {1}, codings {2}, reviews {3}, scores {4}.',
    transcripts,
    codes,
    codings,
    reviews,
    scores,
  );
  const chosen = await vscode.window.showInformationMessage(message, ...(report ? [show] : []));
  if (chosen === show && report) await vscode.window.showTextDocument(session.files.uri(report));
}
