import * as vscode from 'vscode';
import type { StudyStore } from '../../host/studyStore';

/** Offers what can be done with a file that a sync program made of another one. */
export class CopyFixes implements vscode.CodeActionProvider {
  constructor(private readonly studies: StudyStore) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const problem = diagnostics.find(({ code }) => code === 'copy-of-log' || code === 'copy-of-file');
    if (!problem) return [];
    for (const { files, study } of this.studies.all) {
      const path = files.pathOf(document.uri);
      const original = path === undefined ? undefined : (await study.copies()).get(path);
      if (path === undefined || original === undefined) continue;
      const compare = action(vscode.l10n.t('Compare with {0}', original), problem, 'vscode.diff', [
        files.uri(original),
        document.uri,
      ]);
      if (problem.code !== 'copy-of-log') return [compare];
      const title = vscode.l10n.t('Add its lines to {0}', original);
      const merge = action(title, problem, 'interviewCoding.mergeCopies', [[path]]);
      merge.isPreferred = true;
      return [merge, compare];
    }
    return [];
  }
}

function action(
  title: string,
  problem: vscode.Diagnostic,
  command: string,
  args: unknown[],
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, arguments: args };
  made.diagnostics = [problem];
  return made;
}
