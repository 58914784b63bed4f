import type { Range } from '../../text/range';
import { type Coefficient, noUnits } from './coefficient';
import { inOrder } from './spans';

/** Which spans of two coders are the same, by their places in the lists given. */
export interface MatchedSpans {
  readonly matched: readonly (readonly [first: number, second: number])[];
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

/** Two spans that overlap enough to be the same. */
interface Candidate {
  readonly first: number;
  readonly second: number;
  readonly overlap: number;
}

/**
 * Matches the spans of two coders one to one, where the characters that two spans share are at least `iou`
 * (above 0, to 1) of those that either has. As many spans are matched as can be, those that overlap most first;
 * spans that overlap as much go in the order of the text. Spans of a coder may overlap.
 */
export function matchSpans(first: readonly Range[], second: readonly Range[], iou: number): MatchedSpans {
  const candidates = candidatesOf(first, second, iou).sort(
    (one, other) =>
      other.overlap - one.overlap ||
      inOrder(first[one.first]!, first[other.first]!) ||
      inOrder(second[one.second]!, second[other.second]!),
  );
  const matching = new Matching(candidates);
  const matched = [...matching.secondOf].sort(([one], [other]) => one - other);
  return {
    matched,
    onlyFirst: [...first.keys()].filter((span) => !matching.secondOf.has(span)),
    onlySecond: [...second.keys()].filter((span) => !matching.firstOf.has(span)),
  };
}

/** The F1 of matched spans: twice the matches over the spans of both; undefined where neither coder has one. */
export function spanF1({ matched, onlyFirst, onlySecond }: MatchedSpans): Coefficient {
  const spans = 2 * matched.length + onlyFirst.length + onlySecond.length;
  return spans === 0 ? noUnits : { value: (2 * matched.length) / spans };
}

function candidatesOf(first: readonly Range[], second: readonly Range[], iou: number): Candidate[] {
  const order = [...second.keys()].sort((one, other) => inOrder(second[one]!, second[other]!));
  const ends = reachOf(order.map((span) => second[span]!));
  const candidates: Candidate[] = [];
  for (const [index, span] of first.entries()) {
    for (let at = firstAbove(ends, span.start); at < order.length; at++) {
      const other = second[order[at]!]!;
      if (other.start >= span.end) break;
      const overlap = intersectionOverUnion(span, other);
      if (overlap >= iou) candidates.push({ first: index, second: order[at]!, overlap });
    }
  }
  return candidates;
}

function intersectionOverUnion(one: Range, other: Range): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (one.end - one.start + other.end - other.start - shared);
}

/** The furthest end so far, for each span in order. */
function reachOf(spans: readonly Range[]): number[] {
  let reach = 0;
  return spans.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
}

function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** As many pairs as can be: the best candidates first, then by paths that free a span for another (Kuhn 1955). */
class Matching {
  readonly secondOf = new Map<number, number>();
  readonly firstOf = new Map<number, number>();
  readonly #choices = new Map<number, number[]>();

  constructor(candidates: readonly Candidate[]) {
    for (const { first, second } of candidates) {
      const choices = this.#choices.get(first) ?? [];
      this.#choices.set(first, choices);
      choices.push(second);
      if (!this.secondOf.has(first) && !this.firstOf.has(second)) this.#pair(first, second);
    }
    for (const first of this.#choices.keys()) if (!this.secondOf.has(first)) this.#augment(first);
  }

  #pair(first: number, second: number): void {
    this.secondOf.set(first, second);
    this.firstOf.set(second, first);
  }

  /** Finds the shortest path from an unmatched span to one of the other coder's, and turns its pairs round. */
  #augment(start: number): void {
    const cameFrom = new Map<number, number>();
    const queue = [start];
    for (const first of queue) {
      for (const second of this.#choices.get(first)!) {
        if (cameFrom.has(second)) continue;
        cameFrom.set(second, first);
        const holder = this.firstOf.get(second);
        if (holder === undefined) {
          this.#turnRound(second, cameFrom);
          return;
        }
        queue.push(holder);
      }
    }
  }

  #turnRound(end: number, cameFrom: ReadonlyMap<number, number>): void {
    let second: number | undefined = end;
    while (second !== undefined) {
      const first: number = cameFrom.get(second)!;
      const freed = this.secondOf.get(first);
      this.#pair(first, second);
      second = freed;
    }
  }
}
