import { compareStrings } from '../text/compare';
import type { Range } from '../text/range';

/** A stretch of text and the codes that hold over all of it, each once, sorted; the same codes are the same list. */
export interface Passage extends Range {
  readonly codes: readonly string[];
}

/**
 * Cuts coded ranges, which may overlap in any way, into disjoint stretches with the same codes. Codings of
 * one code by several coders are one: they agree, so there is nothing to tell apart.
 */
export function findPassages(codings: readonly (Range & { readonly code: string })[]): Passage[] {
  const edges = codings.flatMap(({ start, end, code }) => [
    { at: start, code, change: 1 },
    { at: end, code, change: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const open = new Map<string, number>();
  const passages: Passage[] = [];
  const listOf = listsOfCodes();
  let from = 0;
  for (const { at, code, change } of edges) {
    if (at > from && open.size > 0) addPassage(passages, from, at, listOf([...open.keys()]));
    from = at;
    const count = (open.get(code) ?? 0) + change;
    if (count === 0) open.delete(code);
    else open.set(code, count);
  }
  return passages;
}

function addPassage(passages: Passage[], start: number, end: number, codes: readonly string[]): void {
  const last = passages.at(-1);
  const continues = last?.end === start && last.codes === codes;
  if (continues) passages[passages.length - 1] = { start: last.start, end, codes };
  else passages.push({ start, end, codes });
}

/** Sorts codes; the same ones always become the same list. */
function listsOfCodes(): (codes: string[]) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (codes) => {
    const sorted = codes.length > 1 ? codes.sort(compareStrings) : codes;
    const key = sorted.join('\n');
    const known = lists.get(key);
    if (!known) lists.set(key, sorted);
    return known ?? sorted;
  };
}
