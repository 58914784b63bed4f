import type { CaseSummary, Quote, StudySummary } from '../model';

/** So many quotes make a part: small enough for memory to be free again soon. */
const quotesAtOnce = 100;

/** Where the quotes of a case stand: no text in JSON holds a line break as it is. */
const noQuotes = '\n      "quotes": []';
/** What `JSON.stringify` writes before and after the quotes of a document that has nothing else. */
const [beforeQuotes, afterQuotes] = JSON.stringify({ cases: [{ quotes: ['?'] }] }, null, 2).split(
  '\n        "?"',
);

/** Writes the summary as it is, indented; the quotes, which are most of it, few at a time. */
export function* renderJson(summary: StudySummary): Generator<string> {
  const write = (cases: StudySummary['cases']) => JSON.stringify({ ...summary, cases }, null, 2);
  const empty = write([]);
  const head = empty.slice(0, -']\n}'.length);
  const tail = '\n  ]\n}';
  if (summary.cases.length === 0) yield `${empty}\n`;
  for (const [index, one] of summary.cases.entries()) {
    const isLast = index === summary.cases.length - 1;
    const text = write([{ ...one, quotes: [] }]);
    const quotes = text.indexOf(noQuotes);
    yield text.slice(index === 0 ? 0 : head.length, quotes);
    yield* renderQuotes(one);
    yield text.slice(quotes + noQuotes.length, isLast ? text.length : -tail.length) + (isLast ? '\n' : ',');
  }
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
