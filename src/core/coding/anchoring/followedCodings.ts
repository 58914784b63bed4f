import { ownLength, shifted, type TextEdit, type TrackedRange, untouched } from '../../text/edits';
import { timesSaid } from '../../text/words';
import { type AnchoredCoding, type Coding, isPlaced } from '../coding';
import { anchor } from './anchor';
import { believed } from './believed';
import { bySurroundings } from './bySurroundings';
import { inOrder } from './inOrder';
import { movedCopy, onlyPlace } from './movedCopy';
import { type CutWords, pastedCopy } from './pastedCopy';
import { placedAt, unplaced } from './placement';
import { withoutShared } from './sharedPlaces';
import { fateOf, isSeen, seenDifference, type TextDifference, textDifference } from './throughDiff';
import { eitherAnchor } from './throughOldText';
import { boundaryLeftOpen, type OpenBoundary, typedOn } from './typing';

/** How many texts that an edit took words from are kept, for the undo of it. */
const mostRemembered = 100;
/** What is pasted may bring back what was lost before; a keystroke, in UTF-16 units, does not. */
const leastPasted = 8;

/** A coding on its way through edits. */
interface Followed {
  readonly coding: Coding;
  /** Undefined until it is asked for, where only its passage is known. */
  anchored: AnchoredCoding | undefined;
  /** Its passage in the present text; undefined where it has none. */
  readonly passage?: TrackedRange | undefined;
  /** The boundary whose words were just taken away, where typing goes on inside. */
  readonly open?: OpenBoundary | undefined;
  /** Whether it was found by its own words and context, and not followed from where it stood. */
  readonly isSearched?: boolean;
  /** Whether old texts were asked where it is. */
  readonly asked?: boolean;
  /** A passage that was seen to go, with the text that it went with. */
  readonly gone?: CutWords;
  /** Where it stood last, for one that comparing texts did not find again. */
  readonly stood?: { readonly text: string; readonly passage: TrackedRange } | undefined;
}

/**
 * The codings of one transcript, followed through its edits while they happen. What is deleted is an orphan;
 * when its words are pasted or the deletion is undone it stands again. What was not seen from the start is
 * found by its own words and context.
 */
export class FollowedCodings {
  #text: string;
  #followed = new Map<string, Followed>();
  #remembered: { readonly text: string; readonly followed: ReadonlyMap<string, Followed> }[] = [];

  /** @param known where codings stood in this text, as found before */
  constructor(text: string, known: readonly AnchoredCoding[] = []) {
    this.#text = text;
    for (const anchored of known) this.#followed.set(keyOf(anchored.coding), followed(anchored));
  }

  /** The text in which the codings now stand. */
  get text(): string {
    return this.#text;
  }

  /** Follows the codings into a changed text: through the edits that made it, or else by comparing. */
  change(text: string, edits?: readonly TextEdit[]): void {
    const before = this.#text;
    if (text === before) return;
    const difference = edits ? seenDifference(before, text, edits) : textDifference(before, text);
    const remembered = this.#remembered.find((one) => one.text === text);
    const { next, lostWords } = difference ? this.#through(difference, edits) : this.#without();
    const isSeenWholly = edits !== undefined && difference?.compared.length === 0;
    if (remembered) this.#recall(remembered.followed, next, isSeenWholly);
    else if (lostWords) this.#remember();
    this.#text = text;
    this.#followed = next;
  }

  /** Where codings stand in the present text. */
  place(codings: readonly Coding[]): AnchoredCoding[] {
    const known = codings.map((coding) => {
      const one = this.#followed.get(keyOf(coding));
      return one && one.coding.quote === coding.quote ? this.#anchored(one) : undefined;
    });
    if (known.every((one) => one !== undefined)) {
      return codings.map((coding, index) => ({ ...known[index]!, coding }));
    }
    const alone = codings.map((coding, index) => known[index] ?? anchor(this.#text, coding));
    const isMadeHere = alone.every((one, index) => known[index] || one.anchor === 'exact');
    const found = isMadeHere ? alone : this.#among(alone, new Set(known));
    return codings.map((coding, index) => {
      if (known[index]) return { ...known[index], coding };
      this.#followed.set(keyOf(coding), { ...followed(found[index]!), isSearched: true });
      return found[index]!;
    });
  }

  /** Codings as they were found one by one, with what the others tell of them, beside those that were followed. */
  #among(
    alone: readonly AnchoredCoding[],
    known: ReadonlySet<AnchoredCoding | undefined>,
  ): readonly AnchoredCoding[] {
    const apart = withoutShared(this.#text, alone);
    const found = bySurroundings(this.#text, inOrder(this.#text, apart));
    return believed(this.#text, withoutShared(this.#text, found), (one) => !known.has(one));
  }

  /**
   * Whether old texts may tell better where a coding is: one that has no place, unless its words were seen to
   * go, one that was found elsewhere, by words that stand in other places too or away from the others, or one that
   * was found where it was made, but stands with its context in another place too.
   */
  mayAsk(coding: Coding, hasStrayed: boolean): boolean {
    const one = this.#followed.get(keyOf(coding));
    if (!one || one.gone || one.asked) return false;
    const anchored = this.#anchored(one);
    if (!isPlaced(anchored)) return true;
    if (!one.isSearched) return false;
    const { quote, prefix, suffix } = coding;
    if (anchored.anchor === 'exact') return onlyPlace(this.#text, prefix + quote + suffix) === undefined;
    return hasStrayed || this.#isSaidElsewhere(anchored);
  }

  /** Takes over where old texts say that codings stand, among those that were asked for. */
  settle(asked: readonly AnchoredCoding[], found: readonly AnchoredCoding[]): void {
    for (const anchored of [...asked, ...found]) {
      this.#followed.set(keyOf(anchored.coding), { ...followed(anchored), asked: true });
    }
  }

  /**
   * Where codings stood in a text that is the present one again. One that comparing texts found to stand here or there
   * still does where an edit took one of the two away.
   */
  #recall(stood: ReadonlyMap<string, Followed>, next: Map<string, Followed>, isSeenWholly: boolean): void {
    for (const [key, one] of stood) {
      if (!isSeenWholly || !this.#followed.get(key)?.stood) next.set(key, one);
    }
  }

  /** How one stands in the present text. Most edits only move passages, and several go before anyone asks. */
  #anchored(one: Followed): AnchoredCoding {
    one.anchored ??= { coding: one.coding, ...placedAt(this.#text, one.coding, one.passage!) };
    return one.anchored;
  }

  #isSaidElsewhere({ coding: { quote }, start }: AnchoredCoding): boolean {
    const first = this.#text.indexOf(quote);
    return (first !== -1 && first < start) || this.#text.includes(quote, start + 1);
  }

  #through(difference: TextDifference, edits: readonly TextEdit[] | undefined): Passed {
    const next = new Map<string, Followed>();
    let lostWords = false;
    const mayBringBack = !edits || edits.some(({ text }) => text.length >= leastPasted);
    const since = differencesTo(difference.after);
    for (const [key, one] of this.#followed) {
      const clear = one.passage && passedClear(one, one.passage, difference);
      if (clear) {
        next.set(key, clear);
        continue;
      }
      const moved = one.passage ? passed(one, one.passage, difference, edits) : one;
      // Of one that stands here or there, what is pasted is a copy.
      const gone = moved.anchored?.anchor !== 'orphan' ? undefined : moved.stood ? one.gone : moved.gone;
      const back = gone && edits ? pastedCopy(difference, edits, gone, one.passage !== undefined) : undefined;
      if (back) next.set(key, placed(moved.coding, untouched(back)));
      else if (one.stood && !edits) next.set(key, stoodAgain(one, one.stood, difference.before, since));
      // A search costs too much for every keystroke.
      else if (moved.passage || moved.gone || !mayBringBack) next.set(key, moved);
      lostWords ||= hasLostWords(one, next.get(key));
    }
    return { next, lostWords };
  }

  /** Where what changed is too much to tell. */
  #without(): Passed {
    const lostWords = [...this.#followed.values()].some(({ passage }) => passage);
    return { next: new Map(), lostWords };
  }

  #remember(): void {
    this.#remembered.push({ text: this.#text, followed: this.#followed });
    if (this.#remembered.length > mostRemembered) this.#remembered.shift();
  }
}

/** The codings after a change, and whether any has lost words in it. */
interface Passed {
  readonly next: Map<string, Followed>;
  readonly lostWords: boolean;
}

function hasLostWords({ passage: before }: Followed, { passage: after }: Partial<Followed> = {}): boolean {
  return before !== undefined && (!after || ownLength(after) < ownLength(before));
}

/**
 * One whose passage no edit comes near, as most are at every keystroke: it goes where its words go. Undefined for any
 * other.
 */
function passedClear(one: Followed, passage: TrackedRange, difference: TextDifference): Followed | undefined {
  if (!isSeen(difference, passage)) return undefined;
  let by: number | undefined;
  for (const { start, end, text } of difference.readings[0]) {
    if (start > passage.end) break;
    if (end >= passage.start) return undefined;
    by = (by ?? 0) + text.length - (end - start);
  }
  if (by !== undefined) return placed(one.coding, shifted(passage, by));
  const { coding, anchored, open, isSearched, asked } = one;
  return open || isSearched || asked ? { coding, anchored, passage } : one;
}

function passed(
  { coding, open }: Followed,
  passage: TrackedRange,
  difference: TextDifference,
  edits: readonly TextEdit[] | undefined,
): Followed {
  const { before, after } = difference;
  const fate = fateOf(difference, passage);
  if (fate === 'gone') {
    const moved = isSeen(difference, passage) ? undefined : movedCopy(before, after, passage);
    return moved
      ? placed(coding, shifted(passage, moved.start - passage.start))
      : unfound(difference, coding, passage, 'orphan', edits);
  }
  if ('either' in fate) {
    return unfound(difference, coding, passage, eitherAnchor(after, coding, fate.either), edits);
  }
  const single = edits?.length === 1 ? edits[0]! : undefined;
  const grown = single && open ? typedOn(fate, passage, open, single) : fate;
  return placed(coding, grown, single && boundaryLeftOpen(passage, open, single, before));
}

/**
 * A passage that an edit took away, or that comparing texts did not find again: it is not looked for by its own
 * words, since where else they stand they are another's, but stands again where it is pasted.
 */
function unfound(
  difference: TextDifference,
  coding: Coding,
  passage: TrackedRange,
  anchor: 'orphan' | 'ambiguous',
  edits: readonly TextEdit[] | undefined,
): Followed {
  const { before } = difference;
  const cut = edits?.find(({ start, end }) => start <= passage.start && end >= passage.end) ?? passage;
  const gone = {
    words: before.slice(cut.start, cut.end),
    offset: passage.start - cut.start,
    length: passage.end - passage.start,
  };
  const stood = isSeen(difference, passage) ? undefined : { text: before, passage };
  return { ...followed({ coding, ...unplaced(coding, anchor) }), gone, stood };
}

/**
 * Whether a text that a passage was not found in says its words, and says them twice or the text where it stood last
 * does: what a later text says may then be the others.
 */
function isOneOfTwins({ text, passage }: NonNullable<Followed['stood']>, lately: string): boolean {
  const words = text.slice(passage.start, passage.end);
  const times = timesSaid(lately, words, 2);
  return times > 0 && (times > 1 || timesSaid(text, words, 2) > 1);
}

/** One that comparing texts did not find, by all that changed since it stood; `lately` is the text before. */
function stoodAgain(
  one: Followed,
  stood: NonNullable<Followed['stood']>,
  lately: string,
  since: (before: string) => TextDifference | undefined,
): Followed {
  const difference = isOneOfTwins(stood, lately) ? undefined : since(stood.text);
  return difference ? passed(one, stood.passage, difference, undefined) : one;
}

/** The differences between a text and earlier ones, each found once. */
function differencesTo(after: string): (before: string) => TextDifference | undefined {
  const found = new Map<string, TextDifference | undefined>();
  return (before) => {
    if (!found.has(before)) found.set(before, textDifference(before, after));
    return found.get(before);
  };
}

function placed(coding: Coding, passage: TrackedRange, open?: OpenBoundary): Followed {
  return { coding, anchored: undefined, passage, open };
}

function followed(anchored: AnchoredCoding): Followed {
  const { coding } = anchored;
  return { coding, anchored, ...(isPlaced(anchored) && { passage: untouched(anchored) }) };
}

/** Codings with one id at one place are the same one, whichever log they stand in. */
function keyOf({ id, start, end }: Coding): string {
  return `${start}:${end}:${id}`;
}
