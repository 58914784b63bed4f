import { renderHtml } from '../../report/html';
import { renderMarkdown } from '../../report/markdown';
import type { Study } from '../../study';
import { type AgreementRequest, agreementOf } from './agreement';
import { renderJson } from './json';
import { unitMatrix } from './matrix';
import { agreementReport, titleOf } from './report/agreementReport';

/** The formats in which agreement is written, by file extension; CSV is the matrix of units. */
export const agreementFormats = ['md', 'html', 'json', 'csv'] as const;
export type AgreementFormat = (typeof agreementFormats)[number];

/** How coders agree, as one document, which ends in a line end. Links lead from the folder of summaries. */
export async function renderAgreement(
  study: Study,
  request: AgreementRequest,
  format: AgreementFormat,
): Promise<string> {
  if (format === 'csv') return unitMatrix(study, request);
  const report = await agreementOf(study, request);
  switch (format) {
    case 'json':
      return renderJson(report);
    case 'md':
      return renderMarkdown(agreementReport(report));
    case 'html':
      return renderHtml(agreementReport(report), report.language, titleOf(report));
  }
}
