import type { CasePlace, CaseSummary, StudyNames } from '../model';

/** So many quotes make a part: small enough for memory to be free again soon. */
const quotesAtOnce = 100;
/** Before each quote, which has a line of its own: they are most of a document, and read and compared line by line. */
const indent = ' '.repeat(8);

/** Where the quotes of a case stand: no text in JSON holds a line break as it is. */
const noQuotes = '\n      "quotes": []';
/** What stands before the first case, and after the last. */
const firstCase = '\n  "cases": [';
const tail = '\n  ]\n}';

/** Writes the summary of a study without cases. */
export function renderNoCases({ study, language }: StudyNames): string {
  return `${JSON.stringify({ study, language, cases: [] }, null, 2)}\n`;
}

/**
 * Writes a case's part of the summary as it is, indented, and around it what the first and the last case have; the
 * quotes a line each, few at a time.
 */
export function* renderJson(
  { study, language }: StudyNames,
  one: CaseSummary,
  { index, of }: CasePlace,
): Generator<string> {
  const isLast = index === of - 1;
  const text = JSON.stringify({ study, language, cases: [{ ...one, quotes: [] }] }, null, 2);
  const head = text.indexOf(firstCase) + firstCase.length;
  const quotes = text.indexOf(noQuotes);
  yield text.slice(index === 0 ? 0 : head, quotes);
  yield* renderQuotes(one);
  yield text.slice(quotes + noQuotes.length, isLast ? text.length : -tail.length) + (isLast ? '\n' : ',');
}

function* renderQuotes({ quotes }: CaseSummary): Generator<string> {
  if (quotes.length === 0) {
    yield noQuotes;
    return;
  }
  yield noQuotes.slice(0, -1);
  for (let from = 0; from < quotes.length; from += quotesAtOnce) {
    const lines = quotes.slice(from, from + quotesAtOnce).map((quote) => indent + JSON.stringify(quote));
    yield `\n${lines.join(',\n')}${from + quotesAtOnce < quotes.length ? ',' : ''}`;
  }
  yield '\n      ]';
}
