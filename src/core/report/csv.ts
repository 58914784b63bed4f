import Papa from 'papaparse';

/**
 * Rows of a table for spreadsheets (RFC 4180), each with its line end. A cell that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function csvLines(rows: Rows): string {
  return lines(rows, ',');
}

/** The same with tabs between the cells, as spreadsheets and word processors take a table from the clipboard. */
export function tabbedLines(rows: Rows): string {
  return lines(rows, '\t');
}

type Rows = readonly (readonly (string | number | null)[])[];

function lines(rows: Rows, delimiter: string): string {
  if (rows.length === 0) return '';
  const format = { delimiter, escapeFormulae: /^[=+\-@\t\r\n]/, newline: '\r\n' };
  return `${Papa.unparse(rows as unknown[][], format)}\r\n`;
}
