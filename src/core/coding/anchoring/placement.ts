import { normalForms, normalizedLength } from '../../text/normalForms';
import type { Range } from '../../text/range';
import { sameWords, trimRange } from '../../text/words';
import type { AnchoredCoding, Coding } from '../coding';

/** Where a coding stands, and how it holds on to it. */
export type Placement = Omit<AnchoredCoding, 'coding'>;

/** What could not be placed keeps its old offsets. */
export function unplaced({ start, end }: Coding, anchor: 'ambiguous' | 'orphan'): Placement {
  return { start, end, anchor };
}

/** The quote stands at its own offsets. */
export function standsAt(text: string, { start, end, quote }: Coding): boolean {
  return end - start === quote.length && text.startsWith(quote, start);
}

/**
 * A coding at the range that now is its passage: `exact` or `moved` with the words of its quote, whatever their
 * white space and the composition of their letters, else `edited`. White space that an edit left at its ends
 * does not belong to it.
 */
export function placedAt(text: string, coding: Coding, range: Range): Placement {
  const { start, end } = range;
  if (text.startsWith(coding.quote, start) && end - start === coding.quote.length) {
    return { start, end, anchor: isAtOldOffset(text, coding, start) ? 'exact' : 'moved' };
  }
  const trimmed = coding.quote === coding.quote.trim() ? trimRange(text, range) : { start, end };
  const passage = text.slice(trimmed.start, trimmed.end);
  if (sameWords(passage) !== sameWords(coding.quote)) return { ...trimmed, anchor: 'edited' };
  return { ...trimmed, anchor: isAtOldOffset(text, coding, trimmed.start) ? 'exact' : 'moved' };
}

/** A text whose letters were composed or decomposed has other offsets, though nothing in it has moved. */
function isAtOldOffset(text: string, coding: Coding, start: number): boolean {
  return (
    start === coding.start || normalForms.some((form) => normalizedLength(text, start, form) === coding.start)
  );
}
