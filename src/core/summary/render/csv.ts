import { csvLines } from '../../report/csv';
import type { CaseSummary, Quote, QuoteReview } from '../model';

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
  'reviews',
] as const;

export const csvHead = `${columns.join(',')}\r\n`;

/**
 * Writes a row for each quote of a case (RFC 4180, UTF-8): the case and the JSON summary's fields. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front; the JSON summary has it as it is.
 */
export function renderCsv({ id, quotes }: CaseSummary): string {
  return csvLines(quotes.map((quote) => columns.map((column) => cellOf(id, quote, column))));
}

function cellOf(caseId: string, quote: Quote, column: (typeof columns)[number]): string | number | null {
  if (column === 'case') return caseId;
  return column === 'reviews' ? quote.reviews.map(describeReview).join(' | ') : quote[column];
}

/** What a reviewer says in a cell, as `bram: disagree (money) comment; answer: disagree reason`. */
export function describeReview({ reviewer, verdict, code, text, comment, answer }: QuoteReview): string {
  const instead = [code, text === null ? null : `“${text}”`].filter((part) => part !== null).join(' ');
  const said = [`${reviewer}: ${verdict}`, instead === '' ? '' : `(${instead})`, comment];
  const answered = answer ? [`; answer: ${answer.verdict}`, answer.comment] : [];
  const join = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' ');
  return join(said) + join(answered);
}
