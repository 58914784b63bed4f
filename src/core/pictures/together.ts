import { isPlaced } from '../coding/coding';
import { groupBy } from '../summary/groupBy';
import type { Quote } from '../summary/model';
import type { Range } from '../text/range';
import { type Material, pictureCodes, whoseCodings } from './material';
import type { CodesTogether } from './model';

/** A picture of more codes than this cannot be read. */
const mostDrawn = 30;

/**
 * Counts how often codes occur together. A stretch of a code is a passage with that code, joined with those of the
 * same code that overlap it; two codes occur together in each pair of overlapping stretches, one of each.
 */
export function togetherOf(material: Material): CodesTogether {
  const { labels, quotes, codes } = material;
  const placed = quotes.filter(isPlaced);
  const stretches = stretchesOf(placed);
  const used = codes.filter(({ code }) => stretches.has(code));
  const all = pairsOf(used.map(({ code }) => stretches.get(code)!));
  const occurs = new Set(all.flatMap(({ first, second }) => [first, second]));
  const kept = [...occurs].sort((a, b) => a - b);
  const indexOf = new Map(kept.map((old, index) => [old, index]));
  const pairs = all.map(({ first, second, count }) => ({
    first: indexOf.get(first)!,
    second: indexOf.get(second)!,
    count,
  }));
  const drawn = mostTogether(kept.length, pairs);
  const lost = quotes.length - placed.length;
  return {
    kind: 'together',
    language: material.language,
    title: labels.titles.together,
    caption: [
      labels.togetherExplained,
      labels.anySpeaker,
      ...whoseCodings(material),
      ...(drawn.length < kept.length ? [labels.mostTogether(drawn.length, kept.length)] : []),
      ...(used.length > kept.length ? [labels.aloneLeftOut(used.length - kept.length)] : []),
      ...(lost > 0 ? [labels.lostLeftOut(lost)] : []),
    ],
    empty: quotes.length === 0 ? labels.noCodings : pairs.length === 0 ? labels.noneTogether : null,
    codes: pictureCodes(
      kept.map((index) => used[index]!),
      material,
      ({ code }) => [...stretches.get(code)!.values()].flat().length,
    ),
    drawn,
    pairs,
  };
}

/** The stretches of one code, by transcript, in order. */
type Stretches = ReadonlyMap<string, readonly Range[]>;

function stretchesOf(quotes: readonly Quote[]): ReadonlyMap<string, Stretches> {
  const byCode = groupBy(quotes, ({ code }) => code);
  return new Map(
    [...byCode].map(([code, own]) => {
      const byTranscript = groupBy(own, ({ transcript }) => transcript);
      return [code, new Map([...byTranscript].map(([path, ranges]) => [path, joined(ranges)]))];
    }),
  );
}

/** Ranges, sorted, with those that overlap made one. Those that only touch stay apart. */
function joined(ranges: readonly Range[]): Range[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function pairsOf(all: readonly Stretches[]): { first: number; second: number; count: number }[] {
  return all.flatMap((one, first) =>
    all.slice(first + 1).flatMap((other, after) => {
      let count = 0;
      for (const [transcript, ranges] of one) count += overlaps(ranges, other.get(transcript) ?? []);
      return count > 0 ? [{ first, second: first + 1 + after, count }] : [];
    }),
  );
}

/** How many pairs of ranges share a character; those of each list are sorted and do not overlap. */
function overlaps(some: readonly Range[], others: readonly Range[]): number {
  let count = 0;
  for (let a = 0, b = 0; a < some.length && b < others.length; ) {
    const [one, other] = [some[a]!, others[b]!];
    if (one.start < other.end && other.start < one.end) count++;
    if (one.end < other.end) a++;
    else b++;
  }
  return count;
}

/** Those of the codes that occur together most, in the order of the codebook. */
function mostTogether(codes: number, pairs: CodesTogether['pairs']): number[] {
  const sums = Array.from({ length: codes }, (_, index) => ({ index, sum: 0 }));
  for (const { first, second, count } of pairs) {
    sums[first]!.sum += count;
    sums[second]!.sum += count;
  }
  const most = sums.sort((a, b) => b.sum - a.sum || a.index - b.index).slice(0, mostDrawn);
  return most.map(({ index }) => index).sort((a, b) => a - b);
}
