import Papa from 'papaparse';
import type { StudySummary } from '../model';

const columns = [
  'case',
  'id',
  'code',
  'text',
  'role',
  'organization',
  'participant',
  'transcript',
  'start',
  'end',
  'coder',
  'anchor',
  'review',
  'line',
  'memo',
] as const;

/**
 * Writes a row for each quote (RFC 4180, UTF-8): the case and the JSON summary's fields. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front; the JSON summary has it as it is.
 */
export function* renderCsv(summary: StudySummary): Generator<string> {
  yield `${columns.join(',')}\r\n`;
  for (const { id, quotes } of summary.cases) {
    if (quotes.length === 0) continue;
    const rows = quotes.map((quote) => columns.map((column) => (column === 'case' ? id : quote[column])));
    yield `${Papa.unparse(rows, { escapeFormulae: /^[=+\-@\t\r\n]/, newline: '\r\n' })}\r\n`;
  }
}
