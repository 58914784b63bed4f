import { labelsOf } from '../labels';
import type { StudySummary } from '../model';
import type { SummaryFormat } from '../paths';
import { oneLine } from '../report/blocks';
import { caseReport } from '../report/caseReport';
import { renderCsv } from './csv';
import { renderHtml } from './html';
import { renderMarkdown } from './markdown';

/** A summary as one document, which ends in a line end. Links lead from the folder of summaries. */
export function renderSummary(summary: StudySummary, format: SummaryFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(summary, null, 2)}\n`;
    case 'csv':
      return renderCsv(summary);
    case 'md':
      return reports(summary).map(renderMarkdown).join('\n---\n\n');
    case 'html':
      return renderHtml(reports(summary), summary.language, titleOf(summary));
  }
}

function reports(summary: StudySummary) {
  return summary.cases.map((one) => caseReport(summary, one));
}

/** The page's title: the case's name where it has only one. */
function titleOf({ cases, study, language }: StudySummary): string {
  const name = cases.length === 1 ? cases[0]!.name : study;
  return oneLine(name) || labelsOf(language).noTitle;
}
