import { type Block, oneLine } from '../../report/blocks';
import { renderHtml } from '../../report/html';
import { renderMarkdown } from '../../report/markdown';
import { renderDocx } from '../../report/office/docx';
import { renderXlsx } from '../../report/office/xlsx';
import type { Study } from '../../study';
import { labelsOf } from '../labels';
import type { StudySummary } from '../model';
import { isTextFormat, type SummaryFormat, type TextFormat } from '../paths';
import { caseReport } from '../report/caseReport';
import { materialOf } from '../report/material';
import { renderCsv } from './csv';
import { renderJson } from './json';
import { workbookOf } from './workbook';

/**
 * A summary of a study as one document: text, which ends in a line end, or the bytes of a document of Word or a
 * workbook of Excel. Links lead from the folder of summaries.
 * @param study what the summary was made of; a report tells more of it
 */
export async function renderSummary<Format extends SummaryFormat>(
  study: Study,
  summary: StudySummary,
  format: Format,
): Promise<Format extends TextFormat ? string : string | Uint8Array>;
export async function renderSummary(
  study: Study,
  summary: StudySummary,
  format: SummaryFormat,
): Promise<string | Uint8Array> {
  if (!isTextFormat(format)) return renderOffice(study, summary, format);
  let document = '';
  for await (const part of renderText(study, summary, format)) document += part;
  return document;
}

/** The same document in parts, so that one of many cases need not be in memory at once. */
export async function* renderParts(
  study: Study,
  summary: StudySummary,
  format: SummaryFormat,
): AsyncGenerator<string | Uint8Array> {
  if (isTextFormat(format)) yield* renderText(study, summary, format);
  else yield await renderOffice(study, summary, format);
}

async function* renderText(study: Study, summary: StudySummary, format: TextFormat): AsyncGenerator<string> {
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
      yield renderHtml(await reportsOf(study, summary, true), summary.language, titleOf(summary));
  }
}

async function renderOffice(
  study: Study,
  summary: StudySummary,
  format: Exclude<SummaryFormat, TextFormat>,
): Promise<Uint8Array> {
  const reports = await reportsOf(study, summary, format === 'docx');
  return format === 'docx'
    ? renderDocx(reports, summary.language, titleOf(summary))
    : renderXlsx(workbookOf(summary, reports), summary.language);
}

async function* renderReports(study: Study, summary: StudySummary): AsyncGenerator<string> {
  for (const [index, one] of summary.cases.entries()) {
    const report = caseReport(summary, one, await materialOf(study, one, false));
    yield (index === 0 ? '' : '\n---\n\n') + renderMarkdown(report);
  }
}

async function reportsOf(study: Study, summary: StudySummary, isDrawn: boolean): Promise<Block[][]> {
  const reports: Block[][] = [];
  for (const one of summary.cases) {
    reports.push(caseReport(summary, one, await materialOf(study, one, isDrawn)));
  }
  return reports;
}

/** The page's title: the case's name where it has only one. */
function titleOf({ cases, study, language }: StudySummary): string {
  const name = cases.length === 1 ? cases[0]!.name : study;
  return oneLine(name) || labelsOf(language).noTitle;
}
