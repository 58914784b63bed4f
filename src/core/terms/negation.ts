/** Whether a hit is denied: whether a negator of its language governs it in the same clause. */
import type { Range } from '../text/range';
import { wordsAfter, wordsBefore } from './clause';
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

const LEXICONS: Readonly<Record<string, NegationLexicon>> = { nl: dutch, en: english };
const compiled = new Map<string, Negation>();

/**
 * Whether a hit is negated.
 * @param hit its span, which lies in the range
 * @param language the language of the negators, by primary subtag; undefined for all that are known
 */
export function isNegated(text: string, range: Range, hit: Range, language: string | undefined): boolean {
  const lexicons = language === undefined ? Object.keys(LEXICONS) : [language];
  const negations = lexicons.flatMap((name) => negationOf(name) ?? []);
  if (negations.length === 0) return false;
  const before = wordsBefore(text, hit.start, range, REACH_BEFORE + REACH_OF_BRIDGE);
  if (negations.some((negation) => negation.deniesWhatFollows(before))) return true;
  if (!negations.some((negation) => negation.canCloseClause)) return false;
  const after = wordsAfter(text, hit.end, range, REACH_AFTER + MOST_CLOSERS);
  return negations.some((negation) => negation.deniesWhatPrecedes(after.words, after.isWhole));
}

function negationOf(language: string): Negation | undefined {
  const lexicon = Object.hasOwn(LEXICONS, language) ? LEXICONS[language] : undefined;
  if (!lexicon) return undefined;
  let negation = compiled.get(language);
  if (!negation) {
    negation = new Negation(lexicon);
    compiled.set(language, negation);
  }
  return negation;
}

/** The rules of negation with the words of one language. */
class Negation {
  readonly canCloseClause: boolean;
  private readonly negators: ReadonlySet<string>;
  private readonly openers: ReadonlySet<string>;
  private readonly closingNegators: ReadonlySet<string>;

  constructor(private readonly lexicon: NegationLexicon) {
    this.negators = new Set(lexicon.negators);
    this.openers = new Set(lexicon.openers);
    this.closingNegators = new Set(lexicon.closingNegators);
    this.canCloseClause = this.closingNegators.size > 0;
  }

  /** @param before the words before the hit in its clause, the nearest first */
  deniesWhatFollows(before: readonly string[]): boolean {
    for (const [index, word] of before.slice(0, REACH_BEFORE).entries()) {
      const follower = before[index - 1];
      const earlier = before.slice(index + 1, index + 1 + REACH_OF_BRIDGE);
      if (this.opensClause(word, follower, earlier)) return false;
      if (this.isNegator(word) && !this.isHarmless(word, follower)) return true;
    }
    return false;
  }

  /**
   * @param after the words after the hit in its clause, the nearest first
   * @param isWhole whether the clause ends with them
   */
  deniesWhatPrecedes(after: readonly string[], isWhole: boolean): boolean {
    if (!isWhole || !after.some((word) => this.closingNegators.has(word))) return false;
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
