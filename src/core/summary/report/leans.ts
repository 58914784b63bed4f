import type { Codebook, Polarity } from '../../codebook/codebook';
import type { Range } from '../../text/range';
import { groupBy } from '../groupBy';
import type { Quote } from '../model';

/** Tells whether a quote overlaps one whose code hinders or helps. */
export type LeansOf = (quote: Quote) => ReadonlySet<Polarity>;

/** Which way quotes speak, by the codes with a polarity that the same words, or some of them, have. */
export function leansIn(quotes: readonly Quote[], codebook: Codebook): LeansOf {
  const polarityOf = ({ code }: Quote) => codebook.byId.get(code)?.polarity;
  const placed = quotes.filter((quote) => quote.line !== null && polarityOf(quote) !== undefined);
  const rangesOf = (polarity: Polarity) => {
    const own = groupBy(
      placed.filter((quote) => polarityOf(quote) === polarity),
      ({ transcript }) => transcript,
    );
    return new Map([...own].map(([transcript, quotes]) => [transcript, joined(quotes)]));
  };
  const ranges = { hinders: rangesOf('hinders'), helps: rangesOf('helps') };
  const isIn = (quote: Quote, polarity: Polarity) =>
    quote.line !== null && touches(ranges[polarity].get(quote.transcript) ?? [], quote);
  return (quote) => ways[Number(isIn(quote, 'hinders')) + 2 * Number(isIn(quote, 'helps'))]!;
}

/** Neither way, one of them, both. */
const ways: readonly ReadonlySet<Polarity>[] = [
  new Set(),
  new Set(['hinders']),
  new Set(['helps']),
  new Set(['hinders', 'helps']),
];

/** Ranges by place, those that overlap made one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

function touches(ranges: readonly Range[], { start, end }: Range): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]!.start < end;
}
