import { csvLines } from '../../report/csv';
import { renderMarkdown } from '../../report/markdown';
import type { GivenScore, MaturityTables } from './model';
import { maturityReport } from './report';

/** The formats in which the scores are written, by file extension; CSV has a row for each score. */
export const maturityFormats = ['md', 'csv', 'json'] as const;
export type MaturityFormat = (typeof maturityFormats)[number];

const columns = [
  'case',
  'organization',
  'domain',
  'scorer',
  'score',
  'settled',
  'rationale',
  'evidence',
] as const satisfies readonly (keyof GivenScore)[];

/** The scores of a study as one document, which ends in a line end. */
export function renderMaturity(tables: MaturityTables, format: MaturityFormat): string {
  switch (format) {
    case 'md':
      return renderMarkdown(maturityReport(tables));
    case 'csv':
      return csvLines([columns, ...tables.scores.map(cellsOf)]);
    case 'json':
      return `${JSON.stringify(tables, null, 2)}\n`;
  }
}

/** The ids of the evidence stand in one cell, with a space between. */
function cellsOf(given: GivenScore): (string | number | null)[] {
  return columns.map((column) => {
    if (column === 'settled') return String(given.settled);
    return column === 'evidence' ? given.evidence.join(' ') : given[column];
  });
}
