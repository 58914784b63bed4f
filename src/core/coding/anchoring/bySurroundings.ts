import { overlaps } from '../../text/range';
import { type AnchoredCoding, type Coding, isPlaced } from '../coding';
import { contextFit, leastContext } from './context';
import { shiftOf } from './inOrder';
import { placedAt } from './placement';

/** The least that says enough to be told from what stands around it by chance, in UTF-16 units. */
const leastQuote = 8;
/** How much less, in UTF-16 units, may stand between those before and after than did: more, and it may be gone. */
const mostTaken = 40;
/** How much further than they a passage may have moved, in UTF-16 units... */
const tolerance = 8;
/** ...and how much further any other copy must have. */
const margin = 150;

/**
 * Codings as they were found one by one, with those that stand in several places word for word put where the
 * codings around them say: hardly anything was taken out between what stands before and what stands after, and
 * only one of the copies has moved as these have.
 */
export function bySurroundings(text: string, found: readonly AnchoredCoding[]): readonly AnchoredCoding[] {
  if (!found.some(({ anchor }) => anchor === 'ambiguous')) return found;
  const placed = found.filter(isPlaced).sort((a, b) => a.coding.start - b.coding.start);
  return found.map((one) => {
    const shifts = one.anchor === 'ambiguous' ? shiftsAround(one.coding, placed) : undefined;
    const start = shifts && onlyCopyMoved(text, one.coding, shifts);
    if (start === undefined) return one;
    const range = { start, end: start + one.coding.quote.length };
    return { coding: one.coding, ...placedAt(text, one.coding, range) };
  });
}

interface Shifts {
  readonly least: number;
  readonly most: number;
}

/** By how much the codings on both sides have moved; undefined where there are none, or they do not agree. */
function shiftsAround(coding: Coding, placed: readonly AnchoredCoding[]): Shifts | undefined {
  const others = placed.filter((other) => !overlaps(other.coding, coding));
  const before = others.findLast((other) => other.coding.end <= coding.start);
  const after = others.find((other) => other.coding.start >= coding.end);
  if (!before || !after || coding.quote.length < leastQuote) return undefined;
  const [first, last] = [shiftOf(before), shiftOf(after)];
  if (first - last > Math.min(mostTaken, coding.quote.length / 2)) return undefined;
  return { least: Math.min(first, last), most: Math.max(first, last) };
}

function onlyCopyMoved(text: string, coding: Coding, { least, most }: Shifts): number | undefined {
  let only: number | undefined;
  const { quote } = coding;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const shift = at - coding.start;
    if (shift < least - margin || shift > most + margin) continue;
    if (only !== undefined) return undefined;
    const isThere = shift >= least - tolerance && shift <= most + tolerance;
    if (!isThere || contextFit(text, at, coding) < leastContext) return undefined;
    only = at;
  }
  return only;
}
