import { isPlaced } from '../coding/coding';
import { groupBy } from '../summary/groupBy';
import type { Quote } from '../summary/model';
import type { Range } from '../text/range';
import { type Material, pictureCodes } from './material';
import type { CodesTogether } from './model';

/** A picture of more codes than this cannot be read. */
const mostDrawn = 30;

/**
 * Counts how often codes occur together. A stretch of a code is a passage with that code, joined with those of the
 * same code that overlap it; two codes occur together in each pair of overlapping stretches, one of each.
 */
export function togetherOf(material: Material): CodesTogether {
  const { labels, quotes, codes, lost } = material;
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
  return {
    kind: 'together',
    language: material.language,
    title: labels.titles.together,
    caption: [
      labels.togetherExplained,
      labels.anySpeaker,
      ...material.whoseCodings,
      ...(drawn.length < kept.length ? [labels.mostTogether(drawn.length, kept.length)] : []),
      ...(used.length > kept.length ? [labels.aloneLeftOut(used.length - kept.length)] : []),
      ...(lost > 0 ? [labels.lostLeftOut(lost)] : []),
    ],
    empty: quotes.length === 0 ? labels.noCodings : pairs.length === 0 ? labels.noneTogether : null,
    codes: pictureCodes(
      kept.map((index) => used[index]!),
      material,
      ({ code }) => [...stretches.get(code)!.values()].reduce((sum, { length }) => sum + length, 0),
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
function joined(ranges: readonly Range[]): readonly Range[] {
  if (ranges.length === 1) return ranges;
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function pairsOf(all: readonly Stretches[]): { first: number; second: number; count: number }[] {
  const byTranscript = new Map<string, Stretch[]>();
  for (const [code, stretches] of all.entries()) {
    for (const [transcript, ranges] of stretches) {
      const others = byTranscript.get(transcript) ?? [];
      byTranscript.set(transcript, others);
      for (const { start, end } of ranges) others.push({ code, start, end });
    }
  }
  const counts = new Map<number, number>();
  for (const stretches of byTranscript.values()) countOverlapping(counts, stretches, all.length);
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([pair, count]) => ({ first: Math.floor(pair / all.length), second: pair % all.length, count }));
}

interface Stretch extends Range {
  /** The place of its code among all. */
  readonly code: number;
}

/** Counts each two of some stretches of one text that share a character, by the places of their codes among all. */
function countOverlapping(counts: Map<number, number>, stretches: readonly Stretch[], codes: number): void {
  const inOrder = [...stretches].sort((a, b) => a.start - b.start);
  for (let index = 0; index < inOrder.length; index++) {
    const { code, end } = inOrder[index]!;
    for (let after = index + 1; after < inOrder.length; after++) {
      const other = inOrder[after]!;
      if (other.start >= end) break;
      const pair = Math.min(code, other.code) * codes + Math.max(code, other.code);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
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
