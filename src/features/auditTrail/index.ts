import * as vscode from 'vscode';
import type { CodingReference, CodingTarget } from '../../host/codingTarget';
import type { Services } from '../../host/services';
import { exportTrail } from './export';
import { HistoryPage } from './historyPage';
import { askTarget } from './target';

/** Shows who did what to a coding and when, and exports that of the whole study. */
export function register(services: Services): vscode.Disposable {
  const page = new HistoryPage();
  const { command } = services;
  return vscode.Disposable.from(
    page,
    command(
      'interviewCoding.showCodingHistory',
      async (called: CodingTarget | CodingReference | undefined) => {
        await page.open(await askTarget(services, called));
      },
    ),
    command('interviewCoding.exportAuditTrail', (options?: { readonly open?: boolean }) =>
      exportTrail(services, options?.open !== false),
    ),
  );
}
