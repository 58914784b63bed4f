import * as vscode from 'vscode';
import type { CodingTarget } from '../../host/codingTarget';
import type { Services } from '../../host/services';
import { acceptAll, acceptText } from './accept';
import { choosePlace } from './choosePlace';
import { RepairFixes } from './quickFixes';
import { reattach } from './reattach';
import { repair } from './repair';
import type { Called } from './target';

/** What can be done about codings whose words have changed or are lost; each is a line in the coder's own log. */
export function register(services: Services): vscode.Disposable {
  const { command } = services;
  return vscode.Disposable.from(
    command('interviewCoding.repair', (called: Called) => repair(services, called)),
    command('interviewCoding.acceptText', (called: Called, selected?: Partial<CodingTarget>[]) =>
      acceptText(services, called, selected),
    ),
    command('interviewCoding.acceptAllTexts', (called: Called) => acceptAll(services, called)),
    command('interviewCoding.choosePlace', (called: Called) => choosePlace(services, called)),
    command('interviewCoding.reattach', (called: Called) => reattach(services, called)),
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/{transcripts,codings}/**' },
      new RepairFixes(services),
      RepairFixes.metadata,
    ),
  );
}
