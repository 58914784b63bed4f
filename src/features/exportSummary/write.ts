import * as vscode from 'vscode';
import { type SummaryFormat, summaryPath } from '../../core/summary/paths';
import { renderSummary } from '../../core/summary/render/render';
import { summarizeStudy } from '../../core/summary/summary';
import type { StudySession } from '../../host/studySession';
import type { ExportOrder } from './questions';

/** A summary on disk. */
export interface SummaryFile {
  readonly uri: vscode.Uri;
  readonly format: SummaryFormat;
  readonly caseName: string;
  readonly content: string;
}

/** The summaries that were written; `stopped` where the person did not wait for all. */
export interface WrittenSummaries {
  readonly files: readonly SummaryFile[];
  readonly stopped: boolean;
}

/** Writes the summaries one case after the other, with progress; who cancels keeps those that are done. */
export function writeSummaries(session: StudySession, { cases, formats }: ExportOrder) {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Exporting'),
      cancellable: true,
    },
    async (progress, token): Promise<WrittenSummaries> => {
      const files: SummaryFile[] = [];
      for (const { id, name } of cases) {
        if (token.isCancellationRequested) return { files, stopped: true };
        progress.report({ message: name });
        const summary = await summarizeStudy(session.study, [id]);
        for (const format of formats) {
          const path = summaryPath(id, format);
          const content = renderSummary(summary, format);
          await session.files.replace(path, content);
          files.push({ uri: session.files.uri(path), format, caseName: name, content });
        }
        progress.report({ increment: 100 / cases.length });
      }
      return { files, stopped: false };
    },
  );
}
