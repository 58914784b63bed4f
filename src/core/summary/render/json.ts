import type { CasePlace, CaseSummary, Quote, StudyNames } from '../model';

/** So many quotes make a part: small enough for memory to be free again soon. */
const quotesAtOnce = 100;

/** Where the quotes of a case stand: no text in JSON holds a line break as it is. */
const noQuotes = '\n      "quotes": []';
/** What stands before the first case, and after the last. */
const firstCase = '\n  "cases": [';
const tail = '\n  ]\n}';
/** What `JSON.stringify` writes before and after the quotes of a document that has nothing else. */
const [beforeQuotes, afterQuotes] = JSON.stringify({ cases: [{ quotes: ['?'] }] }, null, 2).split(
  '\n        "?"',
);

/** Writes the summary of a study without cases. */
export function renderNoCases({ study, language }: StudyNames): string {
  return `${JSON.stringify({ study, language, cases: [] }, null, 2)}\n`;
}

/**
 * Writes a case's part of the summary as it is, indented, and around it what the first and the last case have; the
 * quotes, which are most of it, few at a time.
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
    const items = inPlace(quotes.slice(from, from + quotesAtOnce));
    yield from + quotesAtOnce < quotes.length ? `${items},` : items;
  }
  yield '\n      ]';
}

/** Some quotes as they stand among those of a case, indented as deep as there. */
function inPlace(quotes: readonly Quote[]): string {
  const json = JSON.stringify({ cases: [{ quotes }] }, null, 2);
  return json.slice(beforeQuotes!.length, -afterQuotes!.length);
}
