import { oneLine } from '../../report/blocks';
import { renderHtml } from '../../report/html';
import { renderMarkdown } from '../../report/markdown';
import { labelsOf } from '../labels';
import type { StudySummary } from '../model';
import type { SummaryFormat } from '../paths';
import { caseReport } from '../report/caseReport';
import { renderCsv } from './csv';
import { renderJson } from './json';

/** A summary as one document, which ends in a line end. Links lead from the folder of summaries. */
export function renderSummary(summary: StudySummary, format: SummaryFormat): string {
  return [...renderParts(summary, format)].join('');
}

/** The same document in parts, so that one of many cases need not be in memory at once. */
export function renderParts(summary: StudySummary, format: SummaryFormat): Iterable<string> {
  switch (format) {
    case 'json':
      return renderJson(summary);
    case 'csv':
      return renderCsv(summary);
    case 'md':
      return renderReports(summary);
    case 'html':
      return [
        renderHtml(
          summary.cases.map((one) => caseReport(summary, one)),
          summary.language,
          titleOf(summary),
        ),
      ];
  }
}

function* renderReports(summary: StudySummary): Generator<string> {
  for (const [index, one] of summary.cases.entries()) {
    yield (index === 0 ? '' : '\n---\n\n') + renderMarkdown(caseReport(summary, one));
  }
}

/** The page's title: the case's name where it has only one. */
function titleOf({ cases, study, language }: StudySummary): string {
  const name = cases.length === 1 ? cases[0]!.name : study;
  return oneLine(name) || labelsOf(language).noTitle;
}
