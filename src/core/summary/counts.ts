import type { Counts } from './model';

/** The key under which what names no organization or role is counted. */
const noKey = '';

/** How many items each key has, for every key given, in that order. */
export function countBy<T>(
  items: readonly T[],
  keys: readonly (string | null)[],
  keyOf: (item: T) => string | null,
): Counts {
  const counts = recordOf(keys.map((key) => [key ?? noKey, 0]));
  for (const item of items) counts[keyOf(item) ?? noKey]! += 1;
  return counts;
}

/** Several counts over the same keys, added up. */
export function addCounts(all: readonly Counts[]): Counts {
  const keys = Object.keys(all[0] ?? {});
  return recordOf(keys.map((key) => [key, all.reduce((sum, counts) => sum + counts[key]!, 0)]));
}

/** Numbers by key in an object without prototype, where `__proto__` is a key like any other. */
export function recordOf(entries: readonly (readonly [string, number])[]): Record<string, number> {
  const record: Record<string, number> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/** The number that a key has, where null is what names none. */
export function countOf(counts: Counts, key: string | null): number {
  return counts[key ?? noKey] ?? 0;
}
