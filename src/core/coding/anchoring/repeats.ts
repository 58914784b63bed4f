import type { Range } from '../../text/range';
import { sameWords } from '../../text/words';
import { commonPrefix, commonSuffix } from './context';

/** How far around two places it is looked whether a text says the same there, in UTF-16 units. */
const widest = 800;
/** What two places have in common beyond this, in UTF-16 units, was copied: nobody says so much twice... */
const mostSaidTwice = 240;
/** ...or this, where all of the context stands around both. */
const mostSaidTwiceInContext = 180;
/** How much of what lies from one place to its twin, 0 to 1, must stand around both for one to follow the other. */
const leastInARow = 0.5;
/** A copy that was edited goes on with so much of the same, in UTF-16 units... */
const goesOn = 16;
/** ...within this. */
const widestEdit = 80;
const step = 4;
/** How far from a place it is looked for a twin of it that was put right beside it, in UTF-16 units. */
const reach = 1200;

/**
 * Whether two places stand in a stretch that was copied: it is long, or stands twice in a row.
 * @param isInContext whether all of the context stands around both
 */
export function isCopiedStretch(text: string, some: Range, other: Range, isInContext: boolean): boolean {
  const [first, second] = some.start < other.start ? [some, other] : [other, some];
  const before = ({ start }: Range) =>
    [...sameWords(text.slice(Math.max(0, start - widest), start))].reverse().join('');
  const after = ({ end }: Range) => sameWords(text.slice(end, end + widest));
  const common =
    commonLength(before(first), before(second)) +
    (first.end - first.start) +
    commonLength(after(first), after(second));
  const most = isInContext ? mostSaidTwiceInContext : mostSaidTwice;
  return common > most || common >= (second.start - first.start) * leastInARow;
}

/**
 * How many twins of a passage stand before or behind it, each with much of what is between them: either may be the one
 * that was there before.
 */
export function twinsInARow(text: string, { start, end }: Range): number {
  const before = sameWords(text.slice(Math.max(0, start - reach), start));
  const words = sameWords(text.slice(start, end));
  if (words === '') return 0;
  const after = sameWords(text.slice(end, end + reach));
  const around = before + words + after;
  const place = before.length;
  let found = 0;
  for (let at = around.indexOf(words); at !== -1; at = around.indexOf(words, at + 1)) {
    const apart = Math.abs(at - place);
    if (apart < words.length) continue;
    const common =
      commonSuffix(before, around, at) + words.length + commonPrefix(after, around, at + words.length);
    if (common >= apart * leastInARow) found++;
  }
  return found;
}

/** How much two texts have in common from their beginning on, beyond what an edit or two put or took there. */
export function commonLength(some: string, other: string): number {
  let length = 0;
  let [at, otherAt] = [0, 0];
  while (true) {
    const same = commonPrefix(some.slice(at), other, otherAt);
    length += same;
    at += same;
    otherAt += same;
    const there = other.slice(otherAt, otherAt + widestEdit);
    let skipped = 0;
    let found = -1;
    for (; skipped < widestEdit && found === -1; skipped += step) {
      const words = some.slice(at + skipped, at + skipped + goesOn);
      if (words.length < goesOn) return length;
      found = there.indexOf(words);
      if (found !== -1) break;
    }
    if (found === -1) return length;
    at += skipped;
    otherAt += found;
  }
}
