import * as vscode from 'vscode';
import { askNewFolder } from './folder';
import { isStudy, openStudy, type StudyRequest } from './openStudy';
import { writeNewFiles } from './writeNew';

type ReportLanguage = 'en' | 'nl';

/** What a new study is to be, as far as it is known; without a target it is asked. */
interface NewStudyRequest extends StudyRequest {
  readonly title?: string;
  readonly language?: ReportLanguage;
}

interface Plan {
  readonly target: vscode.Uri;
  readonly title: string;
  readonly language: ReportLanguage;
}

/** Makes a study, unless there is one, and opens it; files that are there already stay as they are. */
export async function newStudy(
  extension: vscode.Uri,
  request: NewStudyRequest = {},
): Promise<vscode.Uri | undefined> {
  const plan = request.target ? planFor(request.target, request) : await askPlan();
  if (!plan) return undefined;
  if (!(await isStudy(plan.target))) await writeNewFiles(plan.target, await filesOf(extension, plan));
  if (request.open !== false) await openStudy(plan.target);
  return plan.target;
}

function planFor(target: vscode.Uri, { title, language }: NewStudyRequest): Plan {
  const folderName = target.path.split('/').findLast((part) => part !== '') ?? '';
  return { target, title: title ?? folderName, language: language ?? displayLanguage() };
}

async function askPlan(): Promise<Plan | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Study'),
    prompt: vscode.l10n.t('What is the study called?'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Give the study a title.') : undefined),
  });
  if (title === undefined) return undefined;
  const target = await askNewFolder({
    title: vscode.l10n.t('New Study'),
    name: folderNameFor(title),
    offerOpenFolders: true,
  });
  if (!target) return undefined;
  const language = await askLanguage();
  return language && { target, title: title.trim(), language };
}

async function askLanguage(): Promise<ReportLanguage | undefined> {
  const languages: (vscode.QuickPickItem & { language: ReportLanguage })[] = [
    { label: 'English', language: 'en' },
    { label: 'Nederlands', language: 'nl' },
  ];
  const own = displayLanguage();
  const picked = await vscode.window.showQuickPick(
    languages.sort((a, b) => Number(b.language === own) - Number(a.language === own)),
    {
      title: vscode.l10n.t('New Study'),
      placeHolder: vscode.l10n.t('In which language are the reports? Quotes stay as they were spoken.'),
    },
  );
  return picked?.language;
}

function displayLanguage(): ReportLanguage {
  return /^nl\b/i.test(vscode.env.language) ? 'nl' : 'en';
}

function folderNameFor(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'study';
}

async function filesOf(
  extension: vscode.Uri,
  { title, language }: Plan,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const shipped = (path: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', path));
  const [codebook, settings, scale, attributes] = await Promise.all([
    shipped('new-study/codebook.yaml'),
    shipped('new-study/study.yaml'),
    shipped('sample-study/maturity.yaml'),
    shipped('sample-study/.gitattributes'),
  ]);
  // Every JSON text is also a quoted text of YAML.
  const filledIn = new TextDecoder()
    .decode(settings)
    .replace('{{title}}', () => JSON.stringify(title))
    .replace('{{language}}', language);
  return new Map([
    ['.gitattributes', attributes],
    ['maturity.yaml', scale],
    ['study.yaml', new TextEncoder().encode(filledIn)],
    ['transcripts/case-1/.gitkeep', new Uint8Array()],
    ['codebook.yaml', codebook],
  ]);
}
