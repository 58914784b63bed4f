import * as vscode from 'vscode';
import { severityOf } from '../../core/problem';
import { describeFile, describeWarning } from './describe';
import type { PreviewPage } from './previewPage';
import type { ReadFiles, RecognizedFile } from './readFiles';

interface PreviewItem extends vscode.QuickPickItem {
  readonly file?: RecognizedFile;
  readonly isGo?: boolean;
}

/**
 * Shows what was recognized in files, lets the person correct who asks the questions and read a text, and asks
 * whether to go on. False where they do not.
 * @param caseName empty where all of them were exported from the study
 */
export async function confirmImport(
  { files, problems }: ReadFiles,
  caseName: string,
  page: PreviewPage,
): Promise<boolean> {
  if (files.length === 0) return true;
  const look: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('open-preview'),
    tooltip: vscode.l10n.t('Show the text'),
  };
  const items = (): PreviewItem[] => [
    {
      label:
        caseName === ''
          ? vscode.l10n.t('$(check) Read the comments of {0} documents', files.length)
          : vscode.l10n.t('$(check) Import {0} interviews into {1}', files.length, caseName),
      isGo: true,
    },
    {
      label: vscode.l10n.t('recognized; choose one to say who asks the questions'),
      kind: vscode.QuickPickItemKind.Separator,
    },
    ...files.map((file) => itemOf(file, look)),
    ...problems.map((problem) => ({
      label: `$(error) ${problem.file}`,
      description: vscode.l10n.t('cannot be imported'),
      detail: describeWarning(problem),
    })),
  ];
  for (;;) {
    const picked = await ask(items(), look, page);
    if (!picked) return false;
    if (picked.isGo) return true;
    if (picked.file) await askInterviewers(picked.file);
  }
}

function itemOf(file: RecognizedFile, look: vscode.QuickInputButton): PreviewItem {
  const { warnings } = file.imported;
  const worst = warnings.find((one) => severityOf(one) === 'error') ?? warnings[0];
  const more = warnings.length > 1 ? vscode.l10n.t(' (and {0} more)', warnings.length - 1) : '';
  return {
    label: file.source.name,
    description: describeFile(file),
    ...(worst && { detail: `$(warning) ${describeWarning(worst)}${more}` }),
    buttons: [look],
    file,
  };
}

function ask(
  items: readonly PreviewItem[],
  look: vscode.QuickInputButton,
  page: PreviewPage,
): Promise<PreviewItem | undefined> {
  const pick = vscode.window.createQuickPick<PreviewItem>();
  pick.title = vscode.l10n.t('Import Transcripts');
  pick.placeholder = vscode.l10n.t('Is this what was said by whom?');
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = items;
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (button === look && item.file) void page.open(item.file);
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
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
