import { type Coding, selectQuote } from '../../../src/core/coding/coding';
import { logPath } from '../../../src/core/coding/paths';
import type { StudyCoding } from '../../../src/core/study';

/** A coding of a range of a text, made now, by A. */
export function codingOf(text: string, start: number, end: number, rest: Partial<Coding> = {}): Coding {
  return {
    id: 'c1',
    code: 'barrier',
    ...selectQuote(text, { start, end }),
    by: 'A',
    at: '2021-12-01T09:00:00Z',
    ...rest,
  };
}

/** A coding of the only place where a quote stands in a text, or of the copy with the given index. */
export function codingOfQuote(text: string, quote: string, copy = 0, rest: Partial<Coding> = {}): Coding {
  let start = text.indexOf(quote);
  for (let skipped = 0; skipped < copy; skipped++) start = text.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`no copy ${copy} of ${quote}`);
  return codingOf(text, start, start + quote.length, rest);
}

/** A coding as the study has it, where it was made. */
export function studyCodingOf(coding: Coding, coder = coding.by): StudyCoding {
  const transcript = 'transcripts/icu/x.txt';
  const { start, end, quote } = coding;
  return {
    coding,
    start,
    end,
    anchor: 'exact',
    transcript,
    log: logPath(coder, transcript),
    text: quote,
    line: 1,
  };
}
