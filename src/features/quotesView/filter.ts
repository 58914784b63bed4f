import type { Codebook } from '../../core/codebook/codebook';
import { branchOf } from '../../core/codebook/family';
import { coderOf } from '../../core/coding/paths';
import { fold } from '../../core/text/fold';
import type { QuoteRow } from './quoteRow';

/** Which quotes are shown; what is left out does not matter. */
export interface QuoteFilter {
  readonly coder?: string;
  /** The id of a code; the codes below it are meant too. */
  readonly code?: string;
  /** Words of the quote, without regard to case and diacritics. */
  readonly text?: string;
}

/** True where a filter lets every quote through. */
export function isOpen({ coder, code, text }: QuoteFilter): boolean {
  return coder === undefined && code === undefined && text === undefined;
}

/** Tells whether a filter lets a quote through. */
export function filterOf({ coder, code, text }: QuoteFilter, codebook: Codebook): (row: QuoteRow) => boolean {
  const ids = code === undefined ? undefined : branchOf(codebook, code);
  const words = text === undefined ? undefined : comparable(text);
  return (row) =>
    (coder === undefined || coderOf(row.coding) === coder) &&
    (ids === undefined || ids.has(row.coding.coding.code)) &&
    (words === undefined || comparableText(row).includes(words));
}

const texts = new WeakMap<QuoteRow, string>();

function comparableText(row: QuoteRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = comparable(row.text);
  texts.set(row, text);
  return text;
}

function comparable(text: string): string {
  return fold(text.replace(/\s+/g, ' '));
}
