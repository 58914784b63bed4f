import * as vscode from 'vscode';
import type { Problem } from '../../core/problem';
import { diagnosticOf } from '../../host/diagnostics';

/** What stands in the way of sharing a study, in the Problems panel until the next look. */
export class NameProblems implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('interview-coding-names');

  /** Shows problems at the files that they are of. */
  async show(problems: readonly Problem[], uriOf: (file: string) => vscode.Uri): Promise<void> {
    this.clear();
    const byFile = new Map<string, { uri: vscode.Uri; found: vscode.Diagnostic[] }>();
    for (const problem of problems) {
      const uri = uriOf(problem.file);
      const file = byFile.get(uri.toString()) ?? { uri, found: [] };
      byFile.set(uri.toString(), file);
      file.found.push(diagnosticOf(problem));
    }
    for (const { uri, found } of byFile.values()) this.#diagnostics.set(uri, found);
    if (problems.length > 0) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  }

  clear(): void {
    this.#diagnostics.clear();
  }

  dispose(): void {
    this.#diagnostics.dispose();
  }
}
