import { LastTexts } from './lastTexts';

/** How many UTF-16 units of words lead to where they may stand. */
const leadLength = 8;
/** A text below this length, in UTF-16 units, is searched as soon as an index leads to a place. */
const leastIndexed = 2_000;
/** A text is asked for words so often before it gets an index: to make one takes as long as some searches. */
const mostSearches = 8;
/** How many texts are known at a time: those before and after a change, each also as its words compare. */
const mostKnown = 4;

/** How often texts were asked for words, and their indexes. */
const searched = new LastTexts<{ searches: number; index?: PlaceIndex }>(mostKnown, () => ({ searches: 0 }));

/**
 * Where some words stand in a text, in order, in places that overlap too: at most so many; nowhere where there are none.
 * A long text that is asked for words again and again is searched by an index.
 */
export function* placesOf(text: string, words: string, most = Number.POSITIVE_INFINITY): Generator<number> {
  if (words === '') return;
  const index = words.length >= leadLength && text.length >= leastIndexed ? indexOf(text) : undefined;
  let at = index ? index.first(words) : text.indexOf(words);
  for (let left = most; at !== -1 && left > 0; left--) {
    yield at;
    at = index ? index.next(words, at) : text.indexOf(words, at + 1);
  }
}

function indexOf(text: string): PlaceIndex | undefined {
  const known = searched.of(text);
  if (!known.index && ++known.searches > mostSearches) known.index = new PlaceIndex(text);
  return known.index;
}

/** Tells of each place of a text the next one that begins with the same units, or with others that fall together. */
class PlaceIndex {
  readonly #firsts: Int32Array;
  readonly #nexts: Int32Array;

  constructor(private readonly text: string) {
    this.#firsts = new Int32Array(2 ** Math.ceil(Math.log2(text.length))).fill(-1);
    this.#nexts = new Int32Array(text.length).fill(-1);
    for (let at = text.length - leadLength; at >= 0; at--) {
      const slot = this.#slotOf(text, at);
      this.#nexts[at] = this.#firsts[slot]!;
      this.#firsts[slot] = at;
    }
  }

  /** The first place of words of at least `leadLength` units; -1 where they do not stand in the text. */
  first(words: string): number {
    return this.#from(this.#firsts[this.#slotOf(words, 0)]!, words);
  }

  /** As `first`, after one of their places. */
  next(words: string, after: number): number {
    return this.#from(this.#nexts[after]!, words);
  }

  #from(first: number, words: string): number {
    let at = first;
    while (at !== -1 && !this.text.startsWith(words, at)) at = this.#nexts[at]!;
    return at;
  }

  /** By a hash of the kind of FNV-1a (Fowler, Noll and Vo 1991) of the units from a place on. */
  #slotOf(text: string, at: number): number {
    let hash = 0x811c9dc5;
    for (let unit = at; unit < at + leadLength; unit++)
      hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#firsts.length - 1);
  }
}
