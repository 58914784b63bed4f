import type { CaseSummary, StudySummary } from '../model';

/** So many quotes make a part: small enough for memory to be free again soon. */
const quotesAtOnce = 100;

/** Where the quotes of a case stand: no text in JSON holds a line break as it is. */
const noQuotes = '\n      "quotes": []';

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
    const list = JSON.stringify(quotes.slice(from, from + quotesAtOnce), null, 2);
    const items = list.slice(1, -'\n]'.length).replaceAll('\n', '\n      ');
    yield from + quotesAtOnce < quotes.length ? `${items},` : items;
  }
  yield '\n      ]';
}
