import { csvLines } from '../../report/csv';
import { describeReview } from '../../summary/render/csv';
import type { CodingRow } from './codingRows';

const columns = [
  'id',
  'code',
  'path',
  'case',
  'organization',
  'role',
  'participant',
  'date',
  'transcript',
  'start',
  'end',
  'line',
  'text',
  'coder',
  'memo',
  'star',
  'anchor',
  'review',
  'reviews',
  'from',
  'at',
] as const satisfies readonly (keyof CodingRow)[];

/** A row for each coding, for spreadsheets: what they would run as a formula gets an apostrophe in front. */
export function codingsCsv(rows: readonly CodingRow[]): string {
  return csvLines([columns, ...rows.map((row) => columns.map((column) => cellOf(row, column)))]);
}

/** A line of JSON for each coding, everything in it as it is. */
export function codingsJsonLines(rows: readonly CodingRow[]): string {
  const fields = (row: CodingRow) => Object.fromEntries(columns.map((column) => [column, row[column]]));
  return rows.map((row) => `${JSON.stringify(fields(row))}\n`).join('');
}

function cellOf(row: CodingRow, column: (typeof columns)[number]): string | number | null {
  if (column === 'reviews') return row.reviews.map(describeReview).join(' | ');
  if (column === 'star') return String(row.star);
  return column === 'from' ? row.from.join(' ') : row[column];
}
