import { mapRange, ownLength, shifted, type TextEdit, type TrackedRange } from '../../text/edits';
import { overlaps, type Range } from '../../text/range';
import { type Reading, wordEdits } from '../../text/wordDiff';
import { hasWord, sameWords } from '../../text/words';
import { selectQuote } from '../coding';
import { hasFirmEnds, hasSeamMore, isOneOfMany } from './evidence';
import { withOwnEnds } from './ownEnds';
import { hasRivalCopy } from './rivalCopies';
import { isDoubtful } from './shortQuote';
import { isSwollen, wordsWithin } from './swollen';
import { isLikeTwin } from './twins';

/** The least share of a passage that must be left of it, in characters: what stays of less is a coincidence. */
const leastLeft = 0.3;
/** The least that must be left in one piece, in UTF-16 units, of a passage of which not... */
const leastWords = 10;
/** ...this share is left: a word or two stand anywhere. */
const mostlyLeft = 0.65;

/**
 * What changed between two texts, in its two readings, which differ where equal passages came or went.
 */
export interface TextDifference {
  readonly before: string;
  readonly after: string;
  /** Where in the text before it is not known what changed, but found by comparing. */
  readonly compared: readonly Range[];
  readonly readings: readonly [readonly TextEdit[], readonly TextEdit[]];
}

/** Whether the edits that changed a passage were seen, so that nothing is a guess. */
export function isSeen({ compared }: TextDifference, passage: Range): boolean {
  return !compared.some((range) => overlaps(range, passage));
}

/** What became of a passage: where it is, or that it is gone, or that one reading says this, one that. */
export type Fate = TrackedRange | 'gone' | { readonly either: Range };

/** What changed between two texts, found by comparing them; undefined where that is too much to tell. */
export function textDifference(before: string, after: string): TextDifference | undefined {
  const whole = { start: 0, end: before.length, text: after };
  const first = refined(before, whole, 'fromStart');
  const second = first && refined(before, whole, 'fromEnd');
  return first && second && { before, after, compared: [whole], readings: [first, second] };
}

/**
 * What edits that were seen changed. Where one puts several words in the place of several, as reloading a file
 * or pasting over a sentence does, which of them are still the same is found by comparing them.
 */
export function seenDifference(before: string, after: string, edits: readonly TextEdit[]): TextDifference {
  const isCoarse = (edit: TextEdit) => /\s/.test(edit.text) && /\s/.test(before.slice(edit.start, edit.end));
  const compared = edits.filter(isCoarse);
  if (compared.length === 0) return { before, after, compared, readings: [edits, edits] };
  const read = (reading: Reading) =>
    edits.flatMap((edit) => (isCoarse(edit) ? (refined(before, edit, reading) ?? [edit]) : [edit]));
  return { before, after, compared, readings: [read('fromStart'), read('fromEnd')] };
}

function refined(before: string, { start, end, text }: TextEdit, reading: Reading): TextEdit[] | undefined {
  return wordEdits(before.slice(start, end), text, reading)?.map((edit) => ({
    start: start + edit.start,
    end: start + edit.end,
    text: edit.text,
  }));
}

/**
 * What became of a passage of the old text. Where the readings agree on a part of it, that part is it; where
 * only one of them says that all its words are there, this is believed.
 */
export function fateOf(difference: TextDifference, passage: TrackedRange): Fate {
  const [edits, otherEdits] = difference.readings;
  const first = through(edits, difference, passage);
  if (isSeen(difference, passage)) return first ?? 'gone';
  const second = through(otherEdits, difference, passage);
  if (!first && !second) return 'gone';
  if (!first || !second) return { either: (first ?? second)! };
  const place = agreement(difference, passage, first, second);
  if (!place || hasRivalCopy(difference, edits, passage, place)) return { either: first };
  const selected = selectQuote(difference.before, passage);
  const said = saidIn(difference);
  if (isLikeTwin(difference, said, passage, place)) return { either: first };
  const { before, after } = said;
  const isCopy =
    hasSeamMore(before, after, selected) || isOneOfMany(difference.after, after, place, selected);
  if (isCopy || isDoubtful(difference.after, place, selected)) return { either: first };
  const whole = wordsWithin(difference.after, place, selected.quote);
  if (whole) return shifted(passage, whole.start - passage.start);
  const isDoubt = isSwollen(passage, place) || !hasFirmEnds(difference.after, place, selected);
  return isDoubt ? { either: first } : place;
}

const saidOf = new WeakMap<TextDifference, { readonly before: string; readonly after: string }>();

/** The words of two texts as they compare, made once. */
function saidIn(difference: TextDifference): { readonly before: string; readonly after: string } {
  const known = saidOf.get(difference);
  if (known) return known;
  const made = { before: sameWords(difference.before), after: sameWords(difference.after) };
  saidOf.set(difference, made);
  return made;
}

function through(
  edits: readonly TextEdit[],
  difference: TextDifference,
  passage: TrackedRange,
): TrackedRange | undefined {
  const { after } = difference;
  const mapped = mapRange(passage, edits);
  if (!mapped?.own.some(({ start, end }) => hasWord(after.slice(start, end)))) return undefined;
  const share = ownLength(mapped) / ownLength(passage);
  const longest = Math.max(...mapped.own.map((piece) => piece.end - piece.start));
  const isEnough = share >= leastLeft && (longest >= leastWords || share >= mostlyLeft);
  const seen = isSeen(difference, passage);
  return isEnough || seen ? withOwnEnds(after, mapped, seen) : undefined;
}

function agreement(
  { before, after }: TextDifference,
  passage: Range,
  first: TrackedRange,
  second: TrackedRange,
): TrackedRange | undefined {
  if (first.start === second.start && first.end === second.end) return first;
  const common = { start: Math.max(first.start, second.start), end: Math.min(first.end, second.end) };
  const own = inBoth(first.own, second.own);
  if (!own.some(({ start, end }) => hasWord(after.slice(start, end)))) return undefined;
  const words = sameWords(before.slice(passage.start, passage.end));
  const whole = [first, second].filter(({ start, end }) => sameWords(after.slice(start, end)) === words);
  return whole.length === 1 ? whole[0] : { ...common, own };
}

/** The parts of a text that pieces of two readings have in common. */
function inBoth(some: readonly Range[], others: readonly Range[]): Range[] {
  return some.flatMap((piece) =>
    others
      .filter((other) => overlaps(piece, other))
      .map((other) => ({ start: Math.max(piece.start, other.start), end: Math.min(piece.end, other.end) })),
  );
}
