import type { Block } from '../../report/blocks';
import { csvLines } from '../../report/csv';
import { renderHtml } from '../../report/html';
import { renderMarkdown } from '../../report/markdown';
import { renderDocx } from '../../report/office/docx';
import type { Study } from '../../study';
import type { SummaryFormat } from '../paths';
import { sheetsOf } from '../render/workbook';
import { picturesIn } from '../report/pictures';
import { overviewLabels } from './labels';
import type { StudyOverview } from './model';
import { overviewReport } from './report';

/** The report over all cases of a study as a document; `csv` has a row for each code and case that has it. */
export async function renderOverview(
  study: Study,
  overview: StudyOverview,
  format: SummaryFormat,
): Promise<string | Uint8Array> {
  const { language } = overview;
  const { title } = overviewLabels(language);
  const report = async (isDrawn: boolean): Promise<Block[]> =>
    overviewReport(overview, await picturesIn(study, undefined, isDrawn));
  switch (format) {
    case 'json':
      return `${JSON.stringify(overview, null, 2)}\n`;
    case 'csv':
      return csvOf(overview);
    case 'md':
      return renderMarkdown(await report(false));
    case 'html':
      return renderHtml(await report(true), language, title);
    case 'docx':
      return renderDocx([await report(true)], language, title);
    case 'xlsx':
      return (await import('../../report/office/xlsx')).renderXlsx(sheetsOf(await report(false)), language);
  }
}

function csvOf({ cases, codes }: StudyOverview): string {
  const rows = codes.flatMap(({ code, path, kind, byCase }) =>
    cases
      .filter(({ id }) => (byCase[id] ?? 0) > 0)
      .map(({ id }) => {
        const on = typeof kind === 'object' ? (kind?.topic ?? '') : kind;
        return [code, path.join(' › '), on, id, byCase[id]!];
      }),
  );
  return csvLines([['code', 'name', 'kind', 'case', 'codings'], ...rows]);
}
