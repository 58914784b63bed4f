import Papa from 'papaparse';

/**
 * Rows of a table for spreadsheets (RFC 4180), each with its line end. A cell that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows as unknown[][], { escapeFormulae: /^[=+\-@\t\r\n]/, newline: '\r\n' })}\r\n`;
}
