import * as vscode from 'vscode';
import {
  auditTrailPath,
  renderTrail,
  type TrailStep,
  trailLogs,
  trailOf,
} from '../../core/coding/auditTrail';
import { HumanError } from '../../host/errors';
import { say } from '../../host/say';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { visibleLogs } from './visible';

/** Writes what all coders did, a row an action, among the summaries; who cancels keeps the file of before. */
export async function exportTrail(services: Services, open: boolean): Promise<vscode.Uri | undefined> {
  const session = services.studies.needCurrent();
  await services.names.needNoneLeft(session);
  const steps = await readAll(services, session);
  if (!steps) return undefined;
  if (steps.length === 0) throw new HumanError(vscode.l10n.t('Nobody has coded anything yet.'));
  await session.files.replace(auditTrailPath, renderTrail(steps));
  const uri = session.files.uri(auditTrailPath);
  say(vscode.l10n.t('Audit trail saved in {0}: {1} actions.', auditTrailPath, steps.length));
  if (open) await vscode.window.showTextDocument(uri);
  return uri;
}

function readAll(services: Services, session: StudySession): Thenable<TrailStep[] | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading the logs'),
      cancellable: true,
    },
    async (progress, token) => {
      const steps: TrailStep[] = [];
      const logs = await visibleLogs(services, session, await trailLogs(session.study));
      for (const [index, log] of logs.entries()) {
        if (token.isCancellationRequested) return undefined;
        for (const step of await trailOf(session.study, log)) steps.push(step);
        progress.report({
          increment: 100 / logs.length,
          message: vscode.l10n.t('{0} of {1}', index + 1, logs.length),
        });
      }
      return steps;
    },
  );
}
