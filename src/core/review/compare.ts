import type { Codebook } from '../codebook/codebook';
import { isPlaced } from '../coding/coding';
import type { StudyCoding } from '../study';
import { compareStrings } from '../text/compare';
import { overlaps, type Range } from '../text/range';

/** How two coders' codings of a passage compare: that they agree, or what they differ in. */
type ComparedKind = 'agreement' | 'only-one' | 'different-code' | 'different-bounds';

/** A coding of either coder with the other's of the same passage, where there is one; the range holds both. */
export interface Compared extends Range {
  readonly kind: ComparedKind;
  readonly first: StudyCoding | undefined;
  readonly second: StudyCoding | undefined;
  /** How many of the characters that either coding covers both cover, 0 to 1. */
  readonly overlap: number;
}

/** Two coders' codings of a transcript side by side: each that has a place is in exactly one item. */
export interface CoderComparison {
  /** By place. */
  readonly items: readonly Compared[];
  /** Codings that have no place in the text any more, so that nobody can compare them. */
  readonly unplaced: readonly StudyCoding[];
}

/** A coding with what it is compared by. */
interface Candidate {
  readonly coding: StudyCoding;
  readonly code: string;
  /** Its range without white space and punctuation at the ends. */
  readonly core: Range;
  readonly key: string;
}

interface Pair extends Range {
  readonly first: Candidate;
  readonly second: Candidate;
  readonly sameCode: boolean;
  readonly overlap: number;
  readonly key: string;
}

/** Codings with different codes are of one passage where they share this much of the shorter one. */
const leastShared = 0.5;

/**
 * Compares two coders' codings of a text, matched one to one: those with the same code that overlap, the largest
 * overlap first, then those with different codes that share at least half of the shorter one. Bounds are the same
 * where they differ in white space and punctuation only; a sub-code and its parent are different codes.
 */
export function compareCoders(
  text: string,
  first: readonly StudyCoding[],
  second: readonly StudyCoding[],
  codebook: Codebook,
): CoderComparison {
  const candidates = (codings: readonly StudyCoding[]) =>
    codings
      .filter(isPlaced)
      .map((coding) => candidateOf(text, coding, codebook))
      .sort((a, b) => a.core.start - b.core.start);
  const [ones, others] = [candidates(first), candidates(second)];
  const matched = matchOneToOne(pairsOf(ones, others));
  const left = (all: readonly Candidate[]) => all.filter((one) => !matched.has(one));
  const items = [
    ...new Set(matched.values()),
    ...left(ones).map(({ coding, key }) => alone(coding, undefined, key)),
    ...left(others).map(({ coding, key }) => alone(undefined, coding, key)),
  ].sort((a, b) => a.start - b.start || a.end - b.end || compareStrings(a.key, b.key));
  return {
    items: items.map(({ kind, start, end, first, second, overlap }) => ({
      kind,
      start,
      end,
      first,
      second,
      overlap,
    })),
    unplaced: [...first, ...second].filter((one) => !isPlaced(one)),
  };
}

/** The codings of an item: one or two. */
export function codingsOf({ first, second }: Compared): StudyCoding[] {
  return [first, second].filter((one) => one !== undefined);
}

type Keyed = Compared & { readonly key: string };

function candidateOf(text: string, coding: StudyCoding, codebook: Codebook): Candidate {
  return {
    coding,
    code: codebook.byId.get(coding.coding.code)?.id ?? coding.coding.code,
    core: withoutEdges(text, coding),
    key: `${coding.log}#${coding.coding.id}`,
  };
}

function pairsOf(ones: readonly Candidate[], others: readonly Candidate[]): Pair[] {
  const pairs: Pair[] = [];
  for (const first of ones) {
    for (const second of others) {
      if (second.core.start >= first.core.end) break;
      if (!overlaps(first.core, second.core)) continue;
      const sameCode = first.code === second.code;
      const shared = sharedLength(first.core, second.core);
      const shorter = Math.min(lengthOf(first.core), lengthOf(second.core));
      if (!sameCode && shared < leastShared * shorter) continue;
      const overlap = shared / (lengthOf(first.core) + lengthOf(second.core) - shared);
      pairs.push({ first, second, sameCode, overlap, ...placeOf(first, second) });
    }
  }
  return pairs;
}

/** The place of a pair, and a key that does not depend on which coder is the first. */
function placeOf({ coding: a, key }: Candidate, { coding: b, key: other }: Candidate) {
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    key: [key, other].sort(compareStrings).join('\n'),
  };
}

/** Each candidate that found its match, with the item of both. */
function matchOneToOne(pairs: Pair[]): Map<Candidate, Keyed> {
  const items = new Map<Candidate, Keyed>();
  pairs.sort(
    (a, b) =>
      Number(b.sameCode) - Number(a.sameCode) ||
      b.overlap - a.overlap ||
      a.start - b.start ||
      a.end - b.end ||
      compareStrings(a.key, b.key),
  );
  for (const { first, second, sameCode, overlap, start, end, key } of pairs) {
    if (items.has(first) || items.has(second)) continue;
    const kind = !sameCode ? 'different-code' : overlap === 1 ? 'agreement' : 'different-bounds';
    const item = { kind, start, end, first: first.coding, second: second.coding, overlap, key } as const;
    items.set(first, item).set(second, item);
  }
  return items;
}

function alone(first: StudyCoding | undefined, second: StudyCoding | undefined, key: string): Keyed {
  const { start, end } = (first ?? second)!;
  return { kind: 'only-one', start, end, first, second, overlap: 0, key };
}

const edge = /[\s\p{P}]/u;

/** A range without white space and punctuation at its ends; the range itself where there is nothing else. */
function withoutEdges(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && edge.test(text[from]!)) from++;
  while (to > from && edge.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

function sharedLength(a: Range, b: Range): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function lengthOf({ start, end }: Range): number {
  return end - start;
}
