import type { AnchoredCoding, Coding } from '../coding';

/** Where a strategy says a coding stands; undefined where it cannot tell and the next one is asked. */
type Placement = Omit<AnchoredCoding, 'coding'> | undefined;

/** One way to find a coding in a text, the cheapest first (the order of Hypothesis' client). */
export type Strategy = (text: string, coding: Coding) => Placement;
