import type { AnchoredCoding, Coding } from '../coding/coding';

/** Where a coding stands and what it says there. */
type Place = Omit<AnchoredCoding, 'coding'> & {
  readonly text: string;
  readonly line: number | undefined;
};

/** Where the codings of a transcript stand, in an order of their own; small, and fit to be sent to another thread. */
export interface CodingPlaces {
  /** The line of each, from 1. */
  readonly lines: Int32Array;
  /** Those that do not stand word for word where they were made, by their index. */
  readonly others: ReadonlyMap<number, Place>;
}

/** The places of codings in the order given. */
export function placesOf(codings: readonly (Place & { readonly coding: Coding })[]): CodingPlaces {
  const others = new Map<number, Place>();
  for (const [index, { coding, start, end, anchor, text, line }] of codings.entries()) {
    const isUntouched = start === coding.start && end === coding.end && text === coding.quote;
    if (isUntouched && anchor === 'exact' && line !== undefined) continue;
    others.set(index, { start, end, anchor, text, line });
  }
  return { lines: Int32Array.from(codings, ({ line = 0 }) => line), others };
}

/** Where a coding stands by the places of all; `index` is its own. */
export function placeOf({ lines, others }: CodingPlaces, index: number, coding: Coding): Place {
  const { start, end, quote: text } = coding;
  return others.get(index) ?? { start, end, anchor: 'exact', text, line: lines[index]! };
}
