import { type Block, oneLine } from '../../report/blocks';
import { articleParts, htmlHead, htmlTail } from '../../report/html';
import { markdownParts } from '../../report/markdown';
import { renderDocx } from '../../report/office/docx';
import type { Study } from '../../study';
import { labelsOf } from '../labels';
import type { CasePlace, CaseSummary, StudyNames, StudySummary } from '../model';
import { isTextFormat, type SummaryFormat, type TextFormat } from '../paths';
import { caseReport } from '../report/caseReport';
import { materialOf } from '../report/material';
import { csvHead, renderCsv } from './csv';
import { renderJson, renderNoCases } from './json';
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

async function* renderText(study: Study, summary: StudySummary, format: TextFormat): AsyncGenerator<string> {
  const { cases } = summary;
  if (cases.length === 0) yield renderEmpty(summary, format);
  for (const [index, one] of cases.entries()) {
    yield* renderCase(study, summary, one, { index, of: cases.length }, format);
  }
}

/** A document in which there is no case. */
function renderEmpty(names: StudyNames, format: TextFormat): string {
  switch (format) {
    case 'json':
      return renderNoCases(names);
    case 'csv':
      return csvHead;
    case 'md':
      return '';
    case 'html':
      return htmlHead(names.language, titleOf(names, undefined)) + htmlTail;
  }
}

/** A case's part of a document that has a part for each case: written one after the other they are the document. */
export async function* renderCase(
  study: Study,
  names: StudyNames,
  one: CaseSummary,
  place: CasePlace,
  format: TextFormat,
): AsyncGenerator<string> {
  const isFirst = place.index === 0;
  const report = async (isDrawn: boolean) =>
    caseReport(names, one, await materialOf(study, one, isDrawn), place);
  switch (format) {
    case 'json':
      yield* renderJson(names, one, place);
      break;
    case 'csv':
      yield (isFirst ? csvHead : '') + renderCsv(one);
      break;
    case 'md':
      yield isFirst ? '' : '\n---\n\n';
      yield* markdownParts(await report(false));
      break;
    case 'html':
      if (isFirst) yield htmlHead(names.language, titleOf(names, place.of === 1 ? one : undefined));
      yield* articleParts(await report(true));
      if (place.index === place.of - 1) yield htmlTail;
  }
}

async function renderOffice(
  study: Study,
  summary: StudySummary,
  format: Exclude<SummaryFormat, TextFormat>,
): Promise<Uint8Array> {
  const reports = await reportsOf(study, summary, format === 'docx');
  return format === 'docx'
    ? renderDocx(reports, summary.language, titleOf(summary, onlyCaseOf(summary)))
    : (await import('../../report/office/xlsx')).renderXlsx(workbookOf(summary, reports), summary.language);
}

async function reportsOf(study: Study, summary: StudySummary, isDrawn: boolean): Promise<Block[][]> {
  const reports: Block[][] = [];
  for (const [index, one] of summary.cases.entries()) {
    const place = { index, of: summary.cases.length };
    reports.push(caseReport(summary, one, await materialOf(study, one, isDrawn), place));
  }
  return reports;
}

/** The document's title: the case's name where it has only one. */
function titleOf({ study, language }: StudyNames, only: CaseSummary | undefined): string {
  return oneLine(only ? only.name : study) || labelsOf(language).noTitle;
}

function onlyCaseOf({ cases }: StudySummary): CaseSummary | undefined {
  return cases.length === 1 ? cases[0] : undefined;
}
