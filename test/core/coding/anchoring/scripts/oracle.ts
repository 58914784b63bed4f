import type { AnchoredCoding, Coding } from '../../../../../src/core/coding/coding';
import { type Letter, lettersOf, type TrackedText } from './trackedText';

/**
 * What became of one coding, and whether that is right. Letters and digits count, white space and marks do not.
 * A copy of a passage is not the passage while that still stands; once it is gone, its oldest copy is, since to
 * copy and then delete is to move.
 */
export interface Verdict {
  /** Its words all stand as they stood, next to each other, and were not cut and pasted elsewhere. */
  readonly survives: boolean;
  /** Its words all stand as they stood, next to each other, elsewhere. */
  readonly isMoved: boolean;
  /** It survives, and the script made a copy of all of it. */
  readonly hasTwin: boolean;
  /** It is placed on all its own words and on nothing else, as `exact` or `moved`. */
  readonly isFound: boolean;
  /** Why its place is wrong; undefined where it has none, or a right one. */
  readonly wrong?: string | undefined;
  /**
   * It is wrong, but nothing that was written down of it or of the text tells: where it is placed, all of its words
   * and context stand, word for word, and they do where the log says, or in no other place, and stood there before; or
   * `isUntold`.
   */
  readonly isUndecidable: boolean;
  /**
   * It is wrong, but no text from before or from in between tells either. It stands right beside what stood beside it,
   * and all between the two was taken out, so that to take as much out a little further on or back, and leave the coded
   * words, gives the same text, as where one of two equal passages in a row was. Or it stands on a copy that was put
   * right before or behind what it was made of, when to put it on the other side gives the same text.
   */
  readonly isUntold: boolean;
}

/** How many letters of others an edited passage may hold at its ends, if it has more of its own. */
const mostBeside = 16;

/** Where a letter of a coding stands: its index among the letters of the present text. */
type Own = ReadonlyMap<number, number>;

/** One way to tell letters from their copies. */
class View {
  /** For each letter of the first text, the index of what it is in the present text. */
  readonly #indexOf = new Map<number, number>();
  readonly #offsets: number[] = [];
  /** The offsets in the first text of the letters that stand in the present text more than once. */
  #copied: ReadonlySet<number> | undefined;

  /** @param rank which of a letter and its copies is the letter: the one with the lowest number */
  constructor(
    private readonly tracked: TrackedText,
    rank: (letter: Letter) => number,
  ) {
    const copies = new Map<number, number>();
    let offset = 0;
    for (const [index, letter] of tracked.letters.entries()) {
      const { text, origin } = letter;
      this.#offsets.push(offset);
      offset += text.length;
      if (origin === undefined) continue;
      const [other, own] = [copies.get(origin), rank(letter)];
      if (other !== undefined && other <= own) continue;
      copies.set(origin, own);
      this.#indexOf.set(origin, index);
    }
    this.#offsets.push(offset);
  }

  judge({ coding, start, end, anchor }: AnchoredCoding): Verdict {
    const own = this.#ownOf(coding);
    const whole = this.#whole(coding, own);
    const isMoved = whole && [...own.keys()].some((origin) => this.tracked.moved.has(origin));
    const survives = whole && !isMoved;
    const isPlaced = anchor !== 'ambiguous' && anchor !== 'orphan';
    const wrong = isPlaced ? this.#wrong(coding, own, start, end, anchor) : undefined;
    const says = isPlaced && plain(this.tracked.text.slice(start, end)) === plain(coding.quote);
    const isFound = says && anchor !== 'edited' && wrong === undefined;
    const isDoubted = wrong !== undefined && anchor !== 'edited';
    const isUntold = isDoubted && this.#mayHaveStayed(coding, own, start, end);
    return {
      survives,
      isMoved,
      hasTwin: survives && this.#hasTwin(own),
      isFound,
      wrong,
      isUndecidable: isUntold || (isDoubted && this.#isUndecidable(coding, start, end)),
      isUntold,
    };
  }

  #ownOf({ start, end }: Coding): Own {
    const own = new Map<number, number>();
    for (let origin = start; origin < end; origin++) {
      const index = this.#indexOf.get(origin);
      if (index !== undefined && isWord(this.tracked.letters[index]!.text)) own.set(origin, index);
    }
    return own;
  }

  /** Whether all words of a coding stand, as words, in order and with nothing between them. */
  #whole(coding: Coding, own: Own): boolean {
    const indices = [...own.values()];
    if (indices.length === 0) return false;
    const [first, last] = [indices[0]!, indices.at(-1)!];
    const { letters, text } = this.tracked;
    const said = text.slice(this.#offsets[first], this.#offsets[last + 1]);
    if (trimmed(plain(said)) !== trimmed(plain(coding.quote))) return false;
    if (indices.some((index, at) => at > 0 && index <= indices[at - 1]!)) return false;
    const isInWord = (index: number) => isWord(letters[index]?.text ?? '');
    const wasInWord = (at: number) => isWord(this.tracked.first[at] ?? '');
    return (
      (!isInWord(first - 1) || wasInWord(coding.start - 1)) && (!isInWord(last + 1) || wasInWord(coding.end))
    );
  }

  #wrong(coding: Coding, own: Own, start: number, end: number, anchor: string): string | undefined {
    const { letters } = this.tracked;
    const count = { own: 0, copies: 0, others: 0, all: 0 };
    let before = 0;
    let behind = 0;
    let isAfterOwn = false;
    for (let index = this.#at(start); index < letters.length && this.#offsets[index]! < end; index++) {
      const { text, origin } = letters[index]!;
      const isWithin = origin !== undefined && origin >= coding.start && origin < coding.end;
      const isOwn = isWithin && this.#indexOf.get(origin) === index;
      if (isOwn && text.trim() !== '') {
        isAfterOwn = true;
        behind = 0;
      }
      if (!isWord(text)) continue;
      count.all++;
      if (isOwn) count.own++;
      else if (isWithin) count.copies++;
      else if (origin !== undefined) {
        count.others++;
        if (isAfterOwn) behind++;
        else before++;
      }
    }
    if (count.own === 0) return 'none of its own letters';
    const most = Math.min(count.own, Math.max(count.own / 2, mostBeside));
    if (before + behind > most) return 'beside its own letters';
    if (count.own < own.size / 2 && count.others > count.own) return 'few of its own letters among others';
    if (anchor === 'edited') return undefined;
    if (plain(this.tracked.text.slice(start, end)) !== plain(coding.quote))
      return `${anchor} with other words`;
    return count.own + count.copies < count.all / 2 ? `${anchor} on the words of others` : undefined;
  }

  #isUndecidable({ start, prefix, quote, suffix }: Coding, from: number, to: number): boolean {
    const { first, text } = this.tracked;
    const said = plain(prefix + quote + suffix);
    const made = text.slice(start - prefix.length, start + quote.length + suffix.length);
    if (plain(made) === said) return from === start;
    const there = text.slice(Math.max(0, from - 2 * prefix.length), to + 2 * suffix.length);
    return plain(there).includes(said) && times(plain(text), said) === 1 && times(plain(first), said) > 1;
  }

  /** Whether other words that say the same came to stand in the place of a passage by one stretch that was taken out. */
  #mayHaveStayed({ start, end }: Coding, own: Own, from: number, to: number): boolean {
    if (own.size > 0) return false;
    const first = lettersOf(this.tracked.first);
    const orders = ordersOf(first);
    const now = this.tracked.letters.map(({ origin }) => orders.get(origin ?? -1));
    const isSame = (index: number, order: number) =>
      plain(this.tracked.letters[index]!.text) === plain(first[order]!);
    return ([-1, 1] as const).some((step) => {
      let index = step === -1 ? this.#at(to) - 1 : this.#at(from);
      let order = orders.get(step === -1 ? end - 1 : start)!;
      const apart = (now[index] ?? order) - order;
      if (apart * step >= 0) return false;
      for (; now[index] === order + apart && isSame(index, order); index += step) order += step;
      // From here on, it should be its own neighbors, and all that stood between these and the others should be gone.
      const gone = step === -1 ? [order + 1, order + apart] : [order + apart, order - 1];
      return now[index] === order && !now.some((other) => other! >= gone[0]! && other! <= gone[1]!);
    });
  }

  #at(offset: number): number {
    let low = 0;
    let high = this.#offsets.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#offsets[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #hasTwin(own: Own): boolean {
    this.#copied ??= this.#copiedOrigins();
    for (const origin of own.keys()) if (!this.#copied.has(origin)) return false;
    return true;
  }

  #copiedOrigins(): Set<number> {
    const copied = new Set<number>();
    for (const [index, { origin }] of this.tracked.letters.entries()) {
      if (origin !== undefined && this.#indexOf.get(origin) !== index) copied.add(origin);
    }
    return copied;
  }
}

/** Knows where the letters of a transcript went in a script. */
export class Oracle {
  readonly #seen: View;
  #others: readonly View[] | undefined;
  #mirrored: View | undefined;

  constructor(private readonly tracked: TrackedText) {
    this.#seen = new View(tracked, ({ copy }) => copy);
  }

  /**
   * Whether a coding stands where it belongs.
   * @param isSeen whether the edits were seen. Otherwise a passage that was copied before it was cut and pasted
   * elsewhere may be the copy, since to leave the passage and paste the copy elsewhere gives the same text; and of
   * several copies of a passage that is gone any may be it.
   */
  judge(anchored: AnchoredCoding, isSeen: boolean): Verdict {
    const verdict = this.#seen.judge(anchored);
    if (verdict.wrong === undefined || isSeen) return verdict;
    this.#others ??= [
      new View(this.tracked, ({ copy, cut }) => Math.max(copy, cut)),
      new View(this.tracked, ({ copy }) => (copy === 0 ? Number.NEGATIVE_INFINITY : -copy)),
    ];
    const others = this.#others.map((view) => view.judge(anchored));
    const right = others.find(({ wrong }) => wrong === undefined);
    if (right || verdict.isUntold) return right ?? verdict;
    this.#mirrored ??= new View(this.tracked, ({ mirrored }) => mirrored);
    return this.#mirrored.judge(anchored).wrong === undefined
      ? { ...verdict, isUndecidable: true, isUntold: true }
      : verdict;
  }
}

/** Which of some letters each offset of their text is in. */
function ordersOf(letters: readonly string[]): ReadonlyMap<number, number> {
  const orders = new Map<number, number>();
  for (const [order, { length }] of letters.entries()) {
    for (let unit = 0; unit < length; unit++) orders.set(orders.size, order);
  }
  return orders;
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** How often a text says some words. */
function times(text: string, words: string): number {
  return text.split(words).length - 1;
}

/** Words as they compare: composed, with single spaces. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

/** From the first word to the last. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
