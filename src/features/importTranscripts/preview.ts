import * as vscode from 'vscode';
import { type Problem, severityOf } from '../../core/problem';
import { answerOf } from '../../host/answerOf';
import { describeFile, describeSpeakers, describeWarning, warningLines } from './describe';
import type { PreviewPage } from './previewPage';
import type { ReadFiles, RecognizedFile } from './readFiles';

interface PreviewItem extends vscode.QuickPickItem {
  readonly file?: RecognizedFile;
  /** What is wrong, to be shown in full. */
  readonly problems?: readonly Problem[];
  readonly isGo?: boolean;
}

/**
 * Shows what was recognized in files, lets the person correct who asks the questions and read a text, and asks
 * whether to go on. False where they do not.
 * @param cases what the cases are called that files go into; none where all of them were exported from the study
 */
export async function confirmImport(
  { files, problems }: ReadFiles,
  cases: readonly string[],
  page: PreviewPage,
): Promise<boolean> {
  if (files.length === 0) return true;
  const placeholder =
    cases.length === 0
      ? vscode.l10n.t('What was said of the comments becomes reviews')
      : vscode.l10n.t('Is this right? Choose a file to say who asks the questions');
  for (;;) {
    const recognized = vscode.l10n.t('recognized');
    const picked = await ask(
      [
        goItem(files.length, cases),
        { label: recognized, kind: vscode.QuickPickItemKind.Separator },
        ...files.flatMap(itemsOf),
        ...problems.map((problem) => problemItem(`$(error) ${problem.file}`, [problem])),
      ],
      placeholder,
      page,
    );
    if (!picked) return false;
    if (picked.isGo) return true;
    if (picked.file && !picked.file.imported.exported) await askInterviewers(picked.file);
    if (picked.problems) await page.report(vscode.l10n.t('Not understood'), warningLines(picked.problems));
  }
}

function goItem(count: number, cases: readonly string[]): PreviewItem {
  const names = cases.map((name) => `“${name}”`).join(', ');
  return {
    label:
      cases.length === 0
        ? vscode.l10n.t('$(check) Read the comments')
        : vscode.l10n.t('$(check) Import into {0}', names),
    description:
      cases.length === 0 ? vscode.l10n.t('documents: {0}', count) : vscode.l10n.t('interviews: {0}', count),
    isGo: true,
  };
}

/** A file, and below it what was not understood in it. */
function itemsOf(file: RecognizedFile): PreviewItem[] {
  const { warnings } = file.imported;
  const worst = warnings.find((one) => severityOf(one) === 'error') ?? warnings[0];
  return [
    {
      label: file.source.name,
      description: describeFile(file),
      detail: describeSpeakers(file),
      buttons: [{ iconPath: new vscode.ThemeIcon('open-preview'), tooltip: vscode.l10n.t('Show the text') }],
      file,
    },
    ...(worst
      ? [
          problemItem(vscode.l10n.t('$(warning) Not understood or left out: {0}', warnings.length), [
            worst,
            ...warnings.filter((one) => one !== worst),
          ]),
        ]
      : []),
  ];
}

/** @param problems the worst first, which is shown */
function problemItem(label: string, problems: readonly Problem[]): PreviewItem {
  const [worst] = problems;
  return { label, ...(worst && { detail: describeWarning(worst) }), problems };
}

function ask(
  items: readonly PreviewItem[],
  placeholder: string,
  page: PreviewPage,
): Promise<PreviewItem | undefined> {
  const pick = vscode.window.createQuickPick<PreviewItem>();
  pick.title = vscode.l10n.t('Import Transcripts');
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = items;
  const show = (item: PreviewItem | undefined) => {
    if (item?.file) void page.open(item.file);
  };
  pick.onDidTriggerItemButton(({ item }) => show(item));
  // Whoever goes through the files with the arrow keys sees the text of each.
  pick.onDidChangeActive(([item]) => show(item));
  return answerOf(pick);
}

async function askInterviewers(file: RecognizedFile): Promise<void> {
  const items = file.imported.speakers.map(({ name, turns, words }) => ({
    label: name,
    description: vscode.l10n.t('turns: {0}, words: {1}', turns, words),
    picked: file.interviewers.includes(name),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: file.source.name,
    placeHolder: vscode.l10n.t('Who asks the questions? What they say is neither highlighted nor counted'),
    canPickMany: true,
  });
  if (picked) file.interviewers = picked.map(({ label }) => label);
}
