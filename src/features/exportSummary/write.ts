import * as vscode from 'vscode';
import { notesPath } from '../../core/summary/notes/paths';
import { overviewOf } from '../../core/summary/overview/overview';
import { renderOverview } from '../../core/summary/overview/render';
import { overviewPath, type SummaryFormat, summaryPath } from '../../core/summary/paths';
import { renderSummary } from '../../core/summary/render/render';
import { summarizeStudy } from '../../core/summary/summary';
import { longWork } from '../../host/longWork';
import type { StudySession } from '../../host/studySession';
import type { ExportOrder } from './questions';

/** A summary on disk. */
export interface SummaryFile {
  readonly uri: vscode.Uri;
  readonly format: SummaryFormat;
  readonly caseName: string;
  /** The page itself of an HTML summary; undefined of others, which are opened from the disk. */
  readonly page: string | undefined;
}

/** The summaries that were written; `stopped` where the person did not wait for all. */
export interface WrittenSummaries {
  readonly files: readonly SummaryFile[];
  readonly stopped: boolean;
}

/** Writes the summaries one case after the other, with progress; who cancels keeps those that are done. */
export async function writeSummaries(session: StudySession, order: ExportOrder): Promise<WrittenSummaries> {
  const { cases, overview, formats } = order;
  const files: SummaryFile[] = [];
  const save = async (
    path: string,
    format: SummaryFormat,
    caseName: string,
    content: string | Uint8Array,
  ) => {
    await session.files.replace(path, content);
    const page = format === 'html' ? String(content) : undefined;
    files.push({ uri: session.files.uri(path), format, caseName, page });
  };
  const all = await longWork(vscode.l10n.t('Exporting'), async (breather, tell) => {
    for (const [index, { id, name }] of cases.entries()) {
      tell(cases.length > 1 ? `${name} (${index + 1}/${cases.length})` : name);
      session.study.invalidateContent([notesPath(id)]);
      const summary = await summarizeStudy(session.study, [id], breather);
      for (const format of formats) {
        await breather.rest();
        await save(
          summaryPath(id, format),
          format,
          name,
          await renderSummary(session.study, summary, format),
        );
      }
    }
    if (!overview) return files;
    const name = vscode.l10n.t('All cases side by side');
    tell(name);
    const data = await overviewOf(session.study, await summarizeStudy(session.study, undefined, breather));
    for (const format of formats) {
      await breather.rest();
      await save(overviewPath(format), format, name, await renderOverview(session.study, data, format));
    }
    return files;
  });
  return { files, stopped: all === undefined };
}
