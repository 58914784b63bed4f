import { type Block, oneLine } from '../../report/blocks';
import { renderHtml } from '../../report/html';
import { renderMarkdown } from '../../report/markdown';
import type { Study } from '../../study';
import { labelsOf } from '../labels';
import type { StudySummary } from '../model';
import type { SummaryFormat } from '../paths';
import { caseReport } from '../report/caseReport';
import { materialOf } from '../report/material';
import { renderCsv } from './csv';
import { renderJson } from './json';

/**
 * A summary of a study as one document, which ends in a line end. Links lead from the folder of summaries.
 * @param study what the summary was made of; a report tells more of it
 */
export async function renderSummary(
  study: Study,
  summary: StudySummary,
  format: SummaryFormat,
): Promise<string> {
  let document = '';
  for await (const part of renderParts(study, summary, format)) document += part;
  return document;
}

/** The same document in parts, so that one of many cases need not be in memory at once. */
export async function* renderParts(
  study: Study,
  summary: StudySummary,
  format: SummaryFormat,
): AsyncGenerator<string> {
  switch (format) {
    case 'json':
      yield* renderJson(summary);
      break;
    case 'csv':
      yield* renderCsv(summary);
      break;
    case 'md':
      yield* renderReports(study, summary);
      break;
    case 'html':
      yield renderHtml(await reportsOf(study, summary), summary.language, titleOf(summary));
  }
}

async function* renderReports(study: Study, summary: StudySummary): AsyncGenerator<string> {
  for (const [index, one] of summary.cases.entries()) {
    const report = caseReport(summary, one, await materialOf(study, one));
    yield (index === 0 ? '' : '\n---\n\n') + renderMarkdown(report);
  }
}

async function reportsOf(study: Study, summary: StudySummary): Promise<Block[][]> {
  const reports: Block[][] = [];
  for (const one of summary.cases) reports.push(caseReport(summary, one, await materialOf(study, one)));
  return reports;
}

/** The page's title: the case's name where it has only one. */
function titleOf({ cases, study, language }: StudySummary): string {
  const name = cases.length === 1 ? cases[0]!.name : study;
  return oneLine(name) || labelsOf(language).noTitle;
}
