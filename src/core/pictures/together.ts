import { isPlaced } from '../coding/coding';
import { groupBy } from '../summary/groupBy';
import type { Quote } from '../summary/model';
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
  const howMany = new Map<string, number>();
  for (const { code } of stretches.flat()) howMany.set(code, (howMany.get(code) ?? 0) + 1);
  const used = codes.filter(({ code }) => howMany.has(code));
  const all = pairsOf(stretches, new Map(used.map(({ code }, place) => [code, place])));
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
      ({ code }) => howMany.get(code)!,
    ),
    drawn,
    pairs,
  };
}

/** A passage with a code, joined with those of the same code that overlap it. */
interface Stretch {
  readonly code: string;
  readonly start: number;
  end: number;
}

/** The stretches of each transcript, in order. Those of a code that only touch stay apart. */
function stretchesOf(quotes: readonly Quote[]): Stretch[][] {
  const byTranscript = groupBy(quotes, ({ transcript }) => transcript);
  return [...byTranscript.values()].map((own) => {
    const last = new Map<string, Stretch>();
    const stretches: Stretch[] = [];
    for (const { code, start, end } of own.sort((a, b) => a.start - b.start || a.end - b.end)) {
      const before = last.get(code);
      if (before && start < before.end) {
        before.end = Math.max(before.end, end);
        continue;
      }
      const stretch = { code, start, end };
      last.set(code, stretch);
      stretches.push(stretch);
    }
    return stretches;
  });
}

/** How often each two of some codes occur together, by their places among these. */
function pairsOf(
  byTranscript: readonly (readonly Stretch[])[],
  placeOf: ReadonlyMap<string, number>,
): { first: number; second: number; count: number }[] {
  const counts = new Map<number, number>();
  const all = placeOf.size;
  for (const stretches of byTranscript) {
    const places = stretches.map(({ code }) => placeOf.get(code)!);
    countOverlapping(counts, stretches, places, all);
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([pair, count]) => ({ first: Math.floor(pair / all), second: pair % all, count }));
}

/** Counts each two of some stretches of one text that share a character, by the places of their codes among all. */
function countOverlapping(
  counts: Map<number, number>,
  stretches: readonly Stretch[],
  places: readonly number[],
  all: number,
): void {
  for (let index = 0; index < stretches.length; index++) {
    const { end } = stretches[index]!;
    const place = places[index]!;
    for (let after = index + 1; after < stretches.length && stretches[after]!.start < end; after++) {
      const other = places[after]!;
      const pair = Math.min(place, other) * all + Math.max(place, other);
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
