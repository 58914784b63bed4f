import { placesOf } from '../../text/places';
import type { Range } from '../../text/range';
import { sameWords } from '../../text/words';
import { commonPrefix, commonSuffix, type Selected } from './context';

/** What tells one end of a passage from others, in UTF-16 units: so much of what stood beside it... */
const leastBeside = 8;
/** ...or so much of its own words. */
const leastOwn = 16;
/** How much more may stand between an end and the first of a passage's own words than did. */
const mostMore = 16;
/** How much on either side of an end of a passage is not said twice by chance, in UTF-16 units. */
const seam = 12;
/** ...and how much on both sides of a short one. */
const leastAround = 5;

/** A piece of a passage that tells, with others, where it or a copy of it stands, in UTF-16 units... */
const leastPiece = 8;
/** ...in so many times its own length. */
const mostStretched = 3;
/** Where pieces stand in more places than this, they stand everywhere. */
const mostFound = 20_000;

/** How much of what stood on either side of some words still stands right beside a place. */
export interface Beside {
  /** In UTF-16 units, whatever the white space and the composition of letters. */
  readonly before: number;
  readonly after: number;
  /** Whether all that is known of either side does. */
  readonly isWholeBefore: boolean;
  readonly isWholeAfter: boolean;
}

/** How much of the context stands beside a place; none is whole at the edge of the text alone. */
export function besideOf(text: string, { start, end }: Range, { prefix, suffix }: Selected): Beside {
  const [was, willBe] = [sameWords(prefix), sameWords(suffix)];
  const behind = sameWords(text.slice(Math.max(0, start - 2 * prefix.length), start));
  const ahead = sameWords(text.slice(end, end + 2 * suffix.length));
  const before = commonSuffix(was, behind, behind.length);
  const after = commonPrefix(willBe, ahead, 0);
  return {
    before,
    after,
    // Context may be cut between a letter and its mark, which compare as one in the text.
    isWholeBefore: was === '' ? start === 0 : before === was.length || text.endsWith(prefix, start),
    isWholeAfter:
      willBe === '' ? end === text.length : after === willBe.length || text.startsWith(suffix, end),
  };
}

/**
 * Whether both ends of a place where words were edited are those of the passage: what stood beside it does, or enough of
 * its own words end there, its first and its last where nothing is left of what stood on either side. Otherwise it may
 * begin or end with a word of others that it has too, or be a part of what others say.
 */
export function hasFirmEnds(text: string, place: Range, selected: Selected): boolean {
  const beside = besideOf(text, place, selected);
  const words = sameWords(selected.quote).trim();
  const there = sameWords(text.slice(place.start, place.end)).trim();
  const isOwn = (part: string) => part.length === leastOwn && words.includes(part);
  const [first, last] = [there.slice(0, leastOwn), there.slice(-leastOwn)];
  const isBefore = beside.isWholeBefore || beside.before >= leastBeside;
  const isAfter = beside.isWholeAfter || beside.after >= leastBeside;
  return (
    (isBefore || isOwn(first)) &&
    (isAfter || isOwn(last)) &&
    (isBefore || isAfter || (words.startsWith(first) && words.endsWith(last))) &&
    !isOfTwoLines(selected.quote, text.slice(place.start, place.end)) &&
    !hasLineInFront(selected.quote, text.slice(place.start, place.end)) &&
    !hasLineInFront(reversed(selected.quote), reversed(text.slice(place.start, place.end)))
  );
}

/** Whether words of one line begin on a line that ends with words of others: a line of theirs begins like it. */
function isOfTwoLines(words: string, there: string): boolean {
  const line =
    there.includes('\n') && !words.includes('\n') ? there.slice(0, there.indexOf('\n')).trim() : '';
  return !words.includes(line.slice(-leastBeside));
}

/** Whether a line that came in stands before the first of a passage's own words: it is that of others. */
function hasLineInFront(words: string, there: string): boolean {
  const length = Math.min(leastBeside, Math.ceil(words.length / 2));
  for (let at = 0; at + length <= there.length; at++) {
    const was = words.indexOf(there.slice(at, at + length));
    if (was !== -1) return at - was > mostMore && there.slice(0, at).includes('\n');
  }
  return false;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** The words around both ends of a passage: a copy of it has those, though not all of its context. */
function seamsOf({ quote, prefix, suffix }: Selected): string[] {
  const seams: string[] = [];
  if (prefix !== '') seams.push(prefix.slice(-seam) + quote.slice(0, seam));
  if (suffix !== '') seams.push(quote.slice(-seam) + suffix.slice(0, seam));
  if (quote.length < leastOwn) {
    // Of a short one an edit may leave no more than this.
    const besides = [prefix.slice(-leastOwn), suffix.slice(0, leastOwn)];
    seams.push(...besides.filter((words) => words.length === leastOwn));
    seams.push(prefix.slice(-leastAround) + quote + suffix.slice(0, leastAround));
  }
  return seams.map(sameWords);
}

/**
 * The places where a text says the words around an end of a passage, for either end of which it says them more than once.
 * @param said the text's words as they compare
 */
export function seamsTwice(said: string, selected: Selected): Range[][] {
  const places = seamsOf(selected).map((words) =>
    [...placesOf(said, words)].map((start) => ({ start, end: start + words.length })),
  );
  return places.filter(({ length }) => length > 1);
}

/** Whether a text says the words around an end of a passage more than once. */
export function hasSeamTwice(said: string, selected: Selected): boolean {
  return seamsTwice(said, selected).length > 0;
}

/**
 * Whether a text says the words around an end of a passage more often than the text before did: what stands around one
 * of them may be a copy.
 */
export function hasSeamMore(before: string, after: string, selected: Selected): boolean {
  return seamsOf(selected).some((words) => {
    const now = times(after, words);
    return now > 1 && now > times(before, words);
  });
}

/**
 * Whether a short passage has not all of its context at a place, and the words around one of its ends stand elsewhere too.
 * @param said the text's words as they compare
 */
export function isOneOfMany(text: string, said: string, place: Range, selected: Selected): boolean {
  if (selected.quote.length >= leastOwn) return false;
  const { isWholeBefore, isWholeAfter } = besideOf(text, place, selected);
  return !(isWholeBefore && isWholeAfter) && hasSeamTwice(said, selected);
}

/**
 * How much of some words a text says more than once, 0 to 1: there may be a copy of them that was edited, or they were.
 * @param said the text's words as they compare
 */
export function shareTwice(said: string, words: string): number {
  const all = sameWords(words);
  let parts = 0;
  let twice = 0;
  for (let at = 0; at + leastOwn <= all.length; at += leastOwn / 2, parts++) {
    if (times(said, all.slice(at, at + leastOwn)) > 1) twice++;
  }
  return twice / Math.max(1, parts);
}

/**
 * How much of some words, 0 to 1, stands in pieces near each other somewhere outside a place: a copy that was edited, or
 * they themselves.
 * @param said the text's words as they compare
 * @param there what stands at the place
 */
export function shareElsewhere(said: string, there: string, words: string): number {
  const all = sameWords(words);
  const place = sameWords(there);
  const start = said.indexOf(place);
  const found: { readonly at: number; readonly piece: number }[] = [];
  let pieces = 0;
  for (let from = 0; from + leastPiece <= all.length; from += leastPiece / 2, pieces++) {
    for (const at of placesOf(said, all.slice(from, from + leastPiece))) {
      if (at + leastPiece <= start || at >= start + place.length) found.push({ at, piece: pieces });
      if (found.length > mostFound) return 1;
    }
  }
  found.sort((a, b) => a.at - b.at);
  return mostNear(found, all.length * mostStretched) / Math.max(1, pieces);
}

/** How many pieces at most, each counted once, were found within a length of each other; those found are in order of place. */
function mostNear(found: readonly { readonly at: number; readonly piece: number }[], length: number): number {
  const near = new Map<number, number>();
  let [most, first] = [0, 0];
  for (const { at, piece } of found) {
    near.set(piece, (near.get(piece) ?? 0) + 1);
    for (; found[first]!.at <= at - length; first++) {
      const gone = found[first]!.piece;
      if (near.get(gone) === 1) near.delete(gone);
      else near.set(gone, near.get(gone)! - 1);
    }
    most = Math.max(most, near.size);
  }
  return most;
}

function times(text: string, words: string): number {
  return [...placesOf(text, words)].length;
}
