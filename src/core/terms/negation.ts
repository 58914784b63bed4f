/** Whether a hit is denied: whether a negator of its language governs it in the same clause. */
import { fold } from '../text/fold';
import type { Range } from '../text/range';
import { nearby, wordsAfter, wordsBefore } from './clause';
import { NearWords } from './nearWords';
import { english } from './negators/en';
import type { NegationLexicon } from './negators/lexicon';
import { dutch } from './negators/nl';

/** How many words before a hit a negator can stand, and how many after it. */
const REACH_BEFORE = 5;
const REACH_AFTER = 6;
/** How many words before a conjunction its bridge can stand. */
const REACH_OF_BRIDGE = 3;
/** How many words may follow a closing negator. */
const MOST_CLOSERS = 2;

/**
 * Whether a hit is negated.
 * @param hit its span, which lies in the range
 * @param language the language of the negators, by primary subtag; undefined for all that are known
 */
export function isNegated(text: string, range: Range, hit: Range, language: string | undefined): boolean {
  for (const negation of NEGATIONS) {
    if (language !== undefined && negation.language !== language) continue;
    if (negation.isDeniedBefore(text, range, hit) || negation.isDeniedAfter(text, range, hit)) return true;
  }
  return false;
}

/** The rules of negation with the words of one language. */
class Negation {
  private readonly negators: ReadonlySet<string>;
  private readonly nearNegators: NearWords;
  private readonly openers: ReadonlySet<string>;
  private readonly closingNegators: ReadonlySet<string>;
  private readonly nearClosing: NearWords;

  constructor(
    readonly language: string,
    private readonly lexicon: NegationLexicon,
  ) {
    this.negators = new Set(lexicon.negators);
    this.nearNegators = new NearWords(lexicon.negators, lexicon.negatingEndings);
    this.openers = new Set(lexicon.openers);
    this.closingNegators = new Set(lexicon.closingNegators);
    this.nearClosing = new NearWords(lexicon.closingNegators);
  }

  /** Whether a negator before the hit denies it. */
  isDeniedBefore(text: string, range: Range, hit: Range): boolean {
    if (!this.nearNegators.mayBeBefore(text, hit.start, nearby(range, hit), REACH_BEFORE)) return false;
    const before = foldAll(text, wordsBefore(text, hit.start, range, REACH_BEFORE + REACH_OF_BRIDGE));
    for (const [index, word] of before.slice(0, REACH_BEFORE).entries()) {
      const follower = before[index - 1];
      const earlier = before.slice(index + 1, index + 1 + REACH_OF_BRIDGE);
      if (this.opensClause(word, follower, earlier)) return false;
      if (this.isNegator(word) && !this.isHarmless(word, follower)) return true;
    }
    return false;
  }

  /** Whether a negator after the hit denies it, which only the last word of a clause does. */
  isDeniedAfter(text: string, range: Range, hit: Range): boolean {
    if (this.closingNegators.size === 0) return false;
    if (!this.nearClosing.mayBeAfter(text, hit.end, nearby(range, hit), REACH_AFTER)) return false;
    const { words, isWhole } = wordsAfter(text, hit.end, range, REACH_AFTER + MOST_CLOSERS);
    if (!isWhole) return false;
    const after = foldAll(text, words);
    const { shields, closers } = this.lexicon;
    for (const [index, word] of after.slice(0, REACH_AFTER).entries()) {
      if (shields.includes(word) || this.opensClause(word, after[index + 1], [])) return false;
      const rest = after.slice(index + 1);
      const isLast = rest.length <= MOST_CLOSERS && rest.every((closer) => closers.includes(closer));
      if (isLast && this.closingNegators.has(word)) return true;
    }
    return false;
  }

  private opensClause(word: string, follower: string | undefined, earlier: readonly string[]): boolean {
    const { coordinators, complementizers, bridges } = this.lexicon;
    if (this.openers.has(word)) return true;
    if (complementizers.includes(word)) return !earlier.some((candidate) => bridges.includes(candidate));
    if (follower === undefined || !Object.hasOwn(coordinators, word)) return false;
    return coordinators[word]!.includes(follower);
  }

  private isNegator(word: string): boolean {
    return this.negators.has(word) || this.lexicon.negatingEndings.some((ending) => word.endsWith(ending));
  }

  private isHarmless(negator: string, follower: string | undefined): boolean {
    return this.lexicon.harmless.some(([first, second]) => first === negator && second === follower);
  }
}

const NEGATIONS: readonly Negation[] = [new Negation('nl', dutch), new Negation('en', english)];

function foldAll(text: string, words: readonly Range[]): string[] {
  return words.map(({ start, end }) => fold(text.slice(start, end)));
}
