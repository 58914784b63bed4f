/** Joins the tokens of one range of text into whole terms. */
import { Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { GapRuler } from './gapRuler';
import { isHyphen } from './lineBreaks';
import { type Partial, PartialMatches } from './partialMatches';
import type { Joint } from './pattern';
import type { PhraseTrie } from './phraseTrie';
import type { TokenSink } from './scanner';
import type { Token } from './token';
import { codePointAt, skipIgnored, unitsOf } from './words';

/** The most words that a gap may span. */
const LONGEST_GAP = 6;

/**
 * How many tokens later a token may still be directly followed. The tokens of two words in a row that are
 * both broken at a line end are: whole, second part, first part, hyphen, whole.
 */
const DIRECT_REACH = 4;

const DIRECT_JOINTS = ['glued', 'space'] as const;

/** Takes a match of a term, by its number, with its span. */
export type MatchSink = (term: number, start: number, end: number) => void;

/**
 * Follows all terms of a trie through one range. It gives all matches of a term without gaps, and of a term
 * with gaps the shortest match from each start.
 */
export class PhraseTracker implements TokenSink {
  isFollowing = false;
  private readonly direct = new PartialMatches();
  private readonly gapped = new PartialMatches();
  private readonly ruler: GapRuler | undefined;
  private tokens = 0;
  private sentences = 0;
  /** For a node behind a gap: the last start that it has given a match for. */
  private readonly lastStarts = new Map<number, number>();

  constructor(
    private readonly trie: PhraseTrie,
    private readonly text: string,
    range: Range,
    private readonly sink: MatchSink,
  ) {
    if (trie.hasGaps) this.ruler = new GapRuler(text, range);
  }

  take(token: Token, patterns: readonly number[]): void {
    this.tokens++;
    this.direct.expire(this.tokens);
    const words = this.wordsBefore(token);
    const isFollowing = this.direct.size > 0 || this.gapped.size > 0;
    for (const pattern of patterns) {
      if (isFollowing) {
        this.followDirectly(token, words, pattern);
        this.followAfterGap(token, words, pattern);
      }
      const lone = this.trie.loneTerms[pattern]!;
      if (lone >= 0) {
        this.sink(lone, token.start, token.end);
        continue;
      }
      const first = this.trie.firsts[pattern]!;
      if (first >= 0) this.reach(first, [token.start], token, words);
    }
    this.isFollowing = this.direct.size > 0 || this.gapped.size > 0;
  }

  /** Counts the words before a token, and drops the partial matches that it is too far from. */
  private wordsBefore(token: Token): number {
    if (!this.ruler) return 0;
    const { words, sentences } = this.ruler.placeOf(token.start, this.gapped.lastChance + 1);
    if (sentences > this.sentences) this.gapped.clear();
    this.sentences = sentences;
    // One word of respite, for a word broken at a line end that begins before the token just seen.
    this.gapped.expire(words - 1);
    return words;
  }

  private followDirectly(token: Token, words: number, pattern: number): void {
    const edges = this.trie.directEdges(pattern);
    if (edges.length === 0) return;
    const visit = (parent: number, joint: Joint, child: number) => {
      const previous = this.direct
        .at(parent)
        .filter(({ end }) => end <= token.start && this.isJoined(end, token.start, joint));
      this.extend(previous, child, token, words);
    };
    // Whichever is fewer: the ways to reach the pattern, or the places to reach it from.
    if (edges.length <= this.direct.size) {
      for (const { parent, joint, child } of edges) visit(parent, joint, child);
      return;
    }
    for (const parent of this.direct.nodes()) {
      for (const joint of DIRECT_JOINTS) {
        const child = this.trie.child(parent, joint, pattern);
        if (child !== undefined) visit(parent, joint, child);
      }
    }
  }

  private followAfterGap(token: Token, words: number, pattern: number): void {
    const edges = this.trie.gapEdges(pattern);
    if (edges.length === 0) return;
    const visit = (parent: number, child: number) => {
      const previous = this.gapped
        .at(parent)
        .filter(({ end, lastChance }) => end <= token.start && lastChance >= words);
      this.extend(previous, child, token, words);
    };
    if (edges.length <= this.gapped.size) {
      for (const { parent, child } of edges) visit(parent, child);
      return;
    }
    for (const parent of this.gapped.nodes()) {
      const child = this.trie.child(parent, 'gap', pattern);
      if (child !== undefined) visit(parent, child);
    }
  }

  private extend(previous: readonly Partial[], child: number, token: Token, words: number): void {
    if (previous.length === 0) return;
    const starts = previous.map((partial) => partial.starts).reduce(union);
    this.reach(child, starts, token, words);
  }

  private reach(node: number, starts: readonly number[], token: Token, words: number): void {
    const { terms, hasGap, continuesDirectly, continuesAfterGap } = this.trie.nodes[node]!;
    const { end } = token;
    if (terms.length > 0) {
      const fresh = hasGap ? this.withoutMatch(node, starts) : starts;
      for (const start of fresh) for (const term of terms) this.sink(term, start, end);
    }
    if (continuesDirectly) {
      this.direct.add({ node, end, starts, lastChance: this.tokens + DIRECT_REACH });
    }
    if (continuesAfterGap) {
      this.gapped.add({ node, end, starts, lastChance: words + token.words + LONGEST_GAP });
    }
  }

  /**
   * The starts that have had no match at a node yet, which from now on they have. Matches come by ascending
   * end, and a later start never has its shortest match before an earlier one (their paths would cross, and the
   * earlier could go on along the later's), so that one number tells which starts have had theirs.
   */
  private withoutMatch(node: number, starts: readonly number[]): readonly number[] {
    const last = this.lastStarts.get(node) ?? -1;
    const fresh = starts.filter((start) => start > last);
    if (fresh.length > 0) this.lastStarts.set(node, fresh.at(-1)!);
    return fresh;
  }

  private isJoined(end: number, start: number, joint: Joint): boolean {
    const { text } = this;
    const next = skipIgnored(text, end, start);
    if (next === start) return joint === 'glued';
    // A compound may be broken after its hyphen at a line end, and stays glued.
    if (joint === 'glued') {
      const isBreak = isHyphen(text.charCodeAt(end - 1)) && kindOf(text.charCodeAt(next)) === Kind.lineBreak;
      return isBreak && skipIgnored(text, next + 1, start) === start;
    }
    return this.isBlank(next, start);
  }

  private isBlank(from: number, to: number): boolean {
    let index = from;
    while (index < to) {
      const codePoint = codePointAt(this.text, index, to);
      const kind = kindOf(codePoint);
      if (kind === Kind.word || kind === Kind.apostrophe || kind === Kind.other) return false;
      index += unitsOf(codePoint);
    }
    return true;
  }
}

/** What is in either of two ascending lists, ascending. Gaps in a row make many long ones, which overlap. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  const both: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [first, second] = [a[i]!, b[j]!];
    both.push(Math.min(first, second));
    if (first <= second) i++;
    if (second <= first) j++;
  }
  while (i < a.length) both.push(a[i++]!);
  while (j < b.length) both.push(b[j++]!);
  return both;
}
