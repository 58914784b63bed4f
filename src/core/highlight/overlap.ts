import type { Range } from '../text/range';

/** A stretch of text that two or more of the given ranges share, and how many. */
export interface Overlap extends Range {
  readonly count: number;
}

/**
 * The stretches that several ranges share, in order, each as long as the number of ranges over it stays the
 * same. Identical ranges count as often as they are given.
 */
export function findOverlaps(ranges: readonly Range[]): Overlap[] {
  const edges = ranges.flatMap(({ start, end }) => [
    { at: start, change: 1 },
    { at: end, change: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const overlaps: Overlap[] = [];
  let count = 0;
  let from = 0;
  for (const { at, change } of edges) {
    if (at > from && count > 1) {
      const last = overlaps.at(-1);
      if (last && last.end === from && last.count === count)
        overlaps[overlaps.length - 1] = { ...last, end: at };
      else overlaps.push({ start: from, end: at, count });
    }
    from = at;
    count += change;
  }
  return overlaps;
}
