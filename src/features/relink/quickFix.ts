import * as vscode from 'vscode';
import { parseLogPath } from '../../core/coding/paths';
import type { ProblemCode } from '../../core/problemCatalog';
import type { Services } from '../../host/services';
import type { MissingTranscript } from './relink';

const lost: readonly ProblemCode[] = ['log-no-transcript', 'log-other-transcript'];

/** Offers to re-link a log whose transcript is missing. */
export class RelinkFix implements vscode.CodeActionProvider {
  static readonly metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  constructor(private readonly services: Services) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const problem = diagnostics.find(({ code }) => lost.includes(code as ProblemCode));
    const session = this.services.studies.all.find(({ files }) => files.pathOf(document.uri) !== undefined);
    const log = session && parseLogPath(session.files.pathOf(document.uri)!);
    if (!problem || !log) return [];
    const title =
      problem.code === 'log-other-transcript'
        ? vscode.l10n.t('Re-link to the transcript that holds their words…')
        : vscode.l10n.t('Re-link to another transcript…');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    const missing: MissingTranscript = { study: session.folder.uri.toString(), transcript: log.transcript };
    action.command = { title, command: 'interviewCoding.relinkTranscript', arguments: [missing] };
    action.diagnostics = [problem];
    action.isPreferred = problem.code === 'log-other-transcript';
    return [action];
  }
}
