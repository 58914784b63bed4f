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
  const ranges = new Map(
    [...groupBy(placed, (quote) => keyOf(quote.transcript, polarityOf(quote)!))].map(([key, own]) => [
      key,
      joined(own),
    ]),
  );
  const isIn = ({ transcript, start, end, line }: Quote, polarity: Polarity) =>
    line !== null && touches(ranges.get(keyOf(transcript, polarity)) ?? [], { start, end });
  return (quote) => new Set((['hinders', 'helps'] as const).filter((polarity) => isIn(quote, polarity)));
}

function keyOf(transcript: string, polarity: Polarity): string {
  return `${polarity} ${transcript}`;
}

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
