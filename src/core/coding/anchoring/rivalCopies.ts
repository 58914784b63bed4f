import type { TextEdit } from '../../text/edits';
import { overlaps, type Range } from '../../text/range';
import { wordEdits } from '../../text/wordDiff';
import { sameWords } from '../../text/words';
import { selectQuote } from '../coding';
import { candidatesOf } from './candidates';
import { commonPrefix, commonSuffix, fitOfSides, type Selected } from './context';
import { twinsInARow } from './repeats';

/** How much of a passage must stand in what is new for that to be a copy of it, as a share of its letters. */
const leastCopied = 0.5;
/** Words of this length, in UTF-16 units, are not a copy by chance; of shorter ones the context tells. */
const telling = 16;
/** The least of its context on either side that makes a short one a copy. */
const leastSide = 0.5;
/** How much of either end of a passage is looked for twice in one that has grown, in UTF-16 units. */
const endLength = 40;
/** How near to it a short passage is said again, in UTF-16 units, where what it begins or ends a line with was copied. */
const near = 40;
/** How much of what stands around new text is looked at with it, in UTF-16 units: the context of a copy. */
const around = 64;
/** How many times as much must differ, and how much at least, for a copy not to be the passage itself. */
const margin = { share: 12, letters: 16 };

/** Two texts and the edits that, as far as can be told, made one of the other. */
interface Difference {
  readonly before: string;
  readonly after: string;
}

/**
 * Whether what is new in a text holds a copy of a passage that may as well be the passage itself, since hardly
 * more differs then: of two neighbors that say the same, nobody can tell which one was there before.
 * @param place where the edits say that the passage is
 */
export function hasRivalCopy(
  { before, after }: Difference,
  edits: readonly TextEdit[],
  passage: Range,
  place: Range,
): boolean {
  const { length } = before.slice(passage.start, passage.end);
  if (isTorn(before, after, passage, place) || isStillSaid({ before, after }, edits, passage)) return true;
  if (isEditedCopy({ before, after }, passage, place)) return true;
  if (twinsInARow(after, place) > twinsInARow(before, passage)) return true;
  if (length < telling && timesSaidBeside(after, place) > timesSaidBeside(before, passage)) return true;
  let shift = 0;
  for (const { start, end, text } of edits) {
    const from = Math.max(0, start + shift - length - around);
    const to = Math.min(after.length, start + shift + text.length + length + around);
    shift += text.length - (end - start);
    if (text.length < length * leastCopied) continue;
    const selected = selectQuote(before, passage);
    for (const candidate of candidatesOf(after.slice(from, to), selected)) {
      const copy = { start: from + candidate.start, end: from + candidate.end };
      if (overlaps(copy, place) || !isFresh(before, edits, copy)) continue;
      if (!isCopy(before, after, passage, copy)) continue;
      if (fitAt(after, copy, selected) > fitAt(after, place, selected)) return true;
      if (costAs(before, after, passage, copy) <= margin.share * costOf(edits) + margin.letters) return true;
    }
  }
  return false;
}

/**
 * Whether edits put words into a place or took some out of it: otherwise it stood in the text before as it stands now,
 * and is another passage that says the same.
 */
function isFresh(before: string, edits: readonly TextEdit[], place: Range): boolean {
  let shift = 0;
  return edits.some(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    const isWithin = at + text.length > place.start && at < place.end;
    return isWithin && sameWords(before.slice(start, end)) !== sameWords(text);
  });
}

/** How often a text says a passage right before, in and right after it. */
function timesSaidBeside(text: string, { start, end }: Range): number {
  const beside = text.slice(Math.max(0, start - near - (end - start)), end + near + (end - start));
  return timesSaid(beside, text.slice(start, end));
}

/**
 * Whether words that the edits take out of a passage are said as often as before: it stands where those are, and
 * what is left elsewhere is of a copy, or it was parted.
 */
function isStillSaid({ before, after }: Difference, edits: readonly TextEdit[], passage: Range): boolean {
  return edits.some((edit) => {
    const start = Math.max(edit.start, passage.start);
    const words = before.slice(start, Math.min(edit.end, passage.end)).trim();
    return words.length >= telling && timesSaid(after, words) >= timesSaid(before, words);
  });
}

/**
 * Whether what an edited passage begins or ends with is said more often than before: of a passage and its copy that
 * were both edited, the copy may have more left of it.
 */
function isEditedCopy({ before, after }: Difference, passage: Range, place: Range): boolean {
  const words = before.slice(passage.start, passage.end).trim();
  const there = after.slice(place.start, place.end);
  if (words.length < 2 * telling || sameWords(there) === sameWords(words)) return false;
  const ends = [words.slice(0, telling), words.slice(-telling)];
  return ends.some((part) => there.includes(part) && timesSaid(after, part) > timesSaid(before, part));
}

function timesSaid(text: string, words: string): number {
  return text.split(words).length - 1;
}

/** Whether what is taken for a passage goes from one copy of it to another: from one's head to the other's tail. */
function isTorn(before: string, after: string, passage: Range, { start, end }: Range): boolean {
  const { length } = before.slice(passage.start, passage.end);
  if (end - start < length * (1 + leastCopied)) return false;
  const copies = candidatesOf(after.slice(start, end), selectQuote(before, passage))
    .map((copy) => ({ start: start + copy.start, end: start + copy.end }))
    .filter((copy) => isCopy(before, after, passage, copy));
  if (copies.some((copy) => copies.some((other) => !overlaps(copy, other)))) return true;
  const words = sameWords(before.slice(passage.start, passage.end));
  const there = sameWords(after.slice(start, end));
  const ends = [words.slice(0, endLength), words.slice(-endLength)];
  return ends.some((part) => part.length >= telling && timesSaid(there, part) > timesSaid(words, part));
}

function isCopy(before: string, after: string, passage: Range, copy: Range): boolean {
  const { quote, prefix, suffix } = selectQuote(before, passage);
  const slack = Math.ceil(quote.length / 4);
  const there = after.slice(Math.max(0, copy.start - slack), copy.end + slack);
  const edits = wordEdits(quote, there, 'fromStart', true);
  const lost = edits?.reduce((sum, { start, end }) => sum + end - start, 0) ?? quote.length;
  if (lost > quote.length * (1 - leastCopied)) return false;
  if (quote.length >= telling) return true;
  return (
    commonSuffix(prefix, after, copy.start) >= prefix.length * leastSide ||
    commonPrefix(suffix, after, copy.end) >= suffix.length * leastSide
  );
}

/** How much of the context of some words stands around a place, 0 to 1. */
function fitAt(text: string, { start, end }: Range, { prefix, suffix }: Selected): number {
  const before = commonSuffix(prefix, text, start) / Math.max(1, prefix.length);
  const after = commonPrefix(suffix, text, end) / Math.max(1, suffix.length);
  return fitOfSides(before, after);
}

/** How many letters differ where a copy is taken for the passage. */
function costAs(before: string, after: string, passage: Range, copy: Range): number {
  const parts = [
    wordEdits(before.slice(0, passage.start), after.slice(0, copy.start), 'fromStart'),
    wordEdits(before.slice(passage.start, passage.end), after.slice(copy.start, copy.end), 'fromStart'),
    wordEdits(before.slice(passage.end), after.slice(copy.end), 'fromStart'),
  ];
  return parts.reduce((sum, edits) => sum + (edits ? costOf(edits) : Number.POSITIVE_INFINITY), 0);
}

function costOf(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { start, end, text }) => sum + end - start + text.length, 0);
}
