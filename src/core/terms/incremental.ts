/** Matching again after an edit, at a cost that goes with the edit and not with the text. */
import type { Range } from '../text/range';
import type { Hit, TermMatcher } from './matcher';

/** A text with the ranges in which terms are sought, in ascending order and without overlap. */
export interface MatchedText {
  text: string;
  ranges: readonly Range[];
}

/**
 * The same hits as `matcher.match(next.text, next.ranges, language)`. Hits of ranges whose text was in
 * `previous` too are taken over; only the others are matched.
 * @param previous with its hits, from the same matcher and language
 */
export function rematch(
  matcher: TermMatcher,
  previous: MatchedText & { hits: readonly Hit[] },
  next: MatchedText,
  language?: string,
): Hit[] {
  const before = previous.ranges;
  const after = next.ranges;
  const sameUntil = commonPrefix(previous.text, next.text);
  const shift = next.text.length - previous.text.length;
  const sameFrom = next.text.length - commonSuffix(previous.text, next.text, sameUntil);

  let head = 0;
  while (head < Math.min(before.length, after.length)) {
    const [old, now] = [before[head]!, after[head]!];
    if (old.start !== now.start || old.end !== now.end || now.end > sameUntil) break;
    head++;
  }
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head) {
    const [old, now] = [before[before.length - 1 - tail]!, after[after.length - 1 - tail]!];
    if (old.start + shift !== now.start || old.end + shift !== now.end || now.start < sameFrom) break;
    tail++;
  }

  const oldHits = hitsByRange(previous);
  const hits: Hit[] = oldHits.slice(0, head).flat();
  const known = new Map<string, { hits: Hit[]; start: number }>();
  for (let index = head; index < before.length - tail; index++) {
    const { start, end } = before[index]!;
    known.set(previous.text.slice(start, end), { hits: oldHits[index]!, start });
  }
  for (const range of after.slice(head, after.length - tail)) {
    const old = known.get(next.text.slice(range.start, range.end));
    const found = old
      ? moved(old.hits, range.start - old.start)
      : matcher.match(next.text, [range], language);
    hits.push(...found);
  }
  hits.push(...moved(oldHits.slice(before.length - tail).flat(), shift));
  return hits;
}

function moved(hits: readonly Hit[], by: number): Hit[] {
  return hits.map((hit) => ({ ...hit, start: hit.start + by, end: hit.end + by }));
}

function hitsByRange({ ranges, hits }: MatchedText & { hits: readonly Hit[] }): Hit[][] {
  let index = 0;
  return ranges.map(({ end }) => {
    const own: Hit[] = [];
    while (index < hits.length && hits[index]!.end <= end) own.push(hits[index++]!);
    return own;
  });
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** The length of the common suffix that does not reach into a common prefix of the given length. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}
