import { csvLines } from '../../report/csv';
import { renderHtml } from '../../report/html';
import { renderMarkdown } from '../../report/markdown';
import { renderDocx } from '../../report/office/docx';
import { renderXlsx } from '../../report/office/xlsx';
import type { SummaryFormat } from '../paths';
import { sheetsOf } from '../render/workbook';
import { overviewLabels } from './labels';
import type { StudyOverview } from './model';
import { overviewReport } from './report';

/** The report over all cases as a document; `csv` has a row for each code and case that has it. */
export async function renderOverview(
  overview: StudyOverview,
  format: SummaryFormat,
): Promise<string | Uint8Array> {
  const { language } = overview;
  const { title } = overviewLabels(language);
  switch (format) {
    case 'json':
      return `${JSON.stringify(overview, null, 2)}\n`;
    case 'csv':
      return csvOf(overview);
    case 'md':
      return renderMarkdown(overviewReport(overview));
    case 'html':
      return renderHtml([overviewReport(overview)], language, title);
    case 'docx':
      return renderDocx([overviewReport(overview)], language, title);
    case 'xlsx':
      return renderXlsx(sheetsOf(overviewReport(overview)), language);
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
