import * as vscode from 'vscode';
import type { CodingTarget } from '../../host/codingTarget';
import type { Services } from '../../host/services';
import { followRenames } from './follow';
import { RelinkFix } from './quickFix';
import { type MissingTranscript, relink } from './relink';

/** Keeps codings with their transcript when that gets another name, in the editor or elsewhere. */
export function register(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    followRenames(services),
    services.command('interviewCoding.relinkTranscript', (called?: CodingTarget | MissingTranscript) =>
      relink(services, called),
    ),
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/codings/**' },
      new RelinkFix(services),
      RelinkFix.metadata,
    ),
  );
}
