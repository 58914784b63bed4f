/**
 * The one pass over a text. It reads a character at a time through the automaton, stops only at words that
 * match some pattern, at the symbols that occur in terms and at the few characters that a table cannot
 * decide about, and hands each word or symbol with the patterns it matches to a sink.
 */
import { foldCharacter, Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { BOUNDARY, TRAP } from './alphabet';
import { Interest } from './automaton';
import { capitalsAgree } from './capitals';
import { brokenWordAt } from './lineBreaks';
import type { Token } from './token';
import type { Lexicon } from './wordPatterns';
import { codePointAt, isInnerApostrophe, unitsOf, wordBefore, wordEnd } from './words';

/** Takes what a scanner finds. */
export interface TokenSink {
  /** Whether words that no term begins with are of interest now. Changes only in `take`. */
  readonly isFollowing: boolean;
  /**
   * Takes a token that matches at least one pattern. Tokens come in the order of their ends; of two with the
   * same end the longer first. The list of patterns is reused afterwards.
   */
  take(token: Token, patterns: readonly number[]): void;
}

const END_OF_WORD: readonly number[] = [BOUNDARY];

/** Finds the words and symbols of a lexicon in texts. */
export class Scanner {
  /** The symbol of every UTF-16 unit met so far; TRAP for those not met, and for those without just one. */
  private readonly classes = new Uint8Array(0x10000).fill(TRAP);
  private readonly afterBoundary: number;
  private readonly patterns: number[] = [];
  /** The number of the token that last met each node of the trie, so that no token collects one twice. */
  private readonly metBy: Uint32Array;
  private tokenNumber = 0;

  constructor(private readonly lexicon: Lexicon) {
    const { automaton } = lexicon;
    this.afterBoundary = automaton.step(automaton.start, BOUNDARY);
    this.metBy = new Uint32Array(automaton.trie.count);
  }

  /** Gives the sink every matching token of one range of text. */
  scan(text: string, range: Range, sink: TokenSink): void {
    const { automaton } = this.lexicon;
    const { table, trap } = automaton;
    const { classes, afterBoundary } = this;
    const { end } = range;
    let index = range.start;
    let state = afterBoundary;
    for (;;) {
      const least = sink.isFollowing ? Interest.ends : Interest.endsWanted;
      const stop = sink.isFollowing ? automaton.firstEnding : automaton.firstWanted;
      let before = state;
      while (state > trap && index < end) {
        const symbol = classes[text.charCodeAt(index)]!;
        before = state;
        state = symbol === TRAP ? trap : automaton.step(before, symbol);
        if (state === trap || automaton.interestOf(state) >= least) break;
        index++;
      }
      if (state < stop) {
        while (index < end) {
          before = state;
          state = table[before + classes[text.charCodeAt(index)]!]!;
          if (state >= stop) break;
          index++;
        }
      }
      if (index >= end) break;
      if (state === trap) {
        if (this.learn(text.charCodeAt(index))) {
          state = before;
          continue;
        }
        const codePoint = codePointAt(text, index, end);
        const symbols = this.symbolsInWord(text, index, codePoint, range);
        state = this.stepAll(before, symbols ?? END_OF_WORD, least);
        if (automaton.interestOf(state) < least) {
          if (symbols) {
            index += unitsOf(codePoint);
          } else {
            index = this.passSeparator(text, index, codePoint, range, sink);
            state = afterBoundary;
          }
          continue;
        }
      } else if (automaton.interestOf(state) < least) {
        index++;
        continue;
      }
      index = this.emitWordAt(text, index, range, sink);
      state = afterBoundary;
    }
    const last = automaton.step(state, BOUNDARY);
    if (automaton.interestOf(last) > Interest.none) this.emitWordAt(text, end, range, sink);
  }

  /** Puts a unit's symbol in the table; false when only its surroundings can tell. */
  private learn(unit: number): boolean {
    const symbol = this.lexicon.alphabet.classOf(unit);
    this.classes[unit] = symbol;
    return symbol !== TRAP;
  }

  /** The symbols of the character at `index` if it is part of a word, otherwise undefined. */
  private symbolsInWord(
    text: string,
    index: number,
    codePoint: number,
    range: Range,
  ): readonly number[] | undefined {
    switch (kindOf(codePoint)) {
      case Kind.mark:
      case Kind.format:
        return [];
      case Kind.word:
        return this.lexicon.alphabet.symbolsOf(codePoint);
      case Kind.apostrophe:
        return isInnerApostrophe(text, index, range.start, range.end)
          ? this.lexicon.alphabet.symbolsOf(codePoint)
          : undefined;
      default:
        return undefined;
    }
  }

  /** Reads some symbols, up to the first state of at least some interest. */
  private stepAll(from: number, symbols: readonly number[], least: number): number {
    const { automaton } = this.lexicon;
    let state = from;
    for (const symbol of symbols) {
      state = automaton.step(state, symbol);
      if (automaton.interestOf(state) >= least) break;
    }
    return state;
  }

  /** Handles a character between words that the table does not know as such; gives the offset after it. */
  private passSeparator(
    text: string,
    index: number,
    codePoint: number,
    range: Range,
    sink: TokenSink,
  ): number {
    const after = index + unitsOf(codePoint);
    if (kindOf(codePoint) === Kind.lineBreak) {
      const broken = brokenWordAt(text, index, range);
      if (!broken) return after;
      this.emitWord(text, broken.whole, sink);
      this.emitWord(text, broken.secondPart, sink);
      return broken.whole.end;
    }
    const pattern = this.lexicon.symbols.get(foldCharacter(codePoint));
    if (pattern !== undefined) {
      this.patterns.length = 0;
      this.patterns.push(pattern);
      sink.take({ start: index, end: after, words: 0, breakStart: after, breakEnd: after }, this.patterns);
    }
    return after;
  }

  /**
   * Emits the word that has a letter at `index`, or that ends there, and gives the offset to go on from: its
   * end, or `index` when that is beyond it.
   */
  private emitWordAt(text: string, index: number, range: Range, sink: TokenSink): number {
    const codePoint = index < range.end ? codePointAt(text, index, range.end) : -1;
    const isInside = codePoint >= 0 && this.symbolsInWord(text, index, codePoint, range) !== undefined;
    const end = isInside ? wordEnd(text, index, range.end) : index;
    const word = wordBefore(text, end, range.start, range.end);
    const { start } = word;
    this.emitWord(text, { start, end: word.end, words: 1, breakStart: word.end, breakEnd: word.end }, sink);
    return end;
  }

  /** Collects all patterns that a word matches and gives them to the sink. */
  private emitWord(text: string, word: Token, sink: TokenSink): void {
    const { alphabet, automaton, caseSensitive } = this.lexicon;
    this.tokenNumber++;
    this.patterns.length = 0;
    let state = this.afterBoundary;
    let index = word.start;
    while (index < word.end) {
      if (index === word.breakStart) index = word.breakEnd;
      const unit = text.charCodeAt(index);
      const symbol = this.classes[unit]!;
      if (symbol !== TRAP) {
        state = automaton.step(state, symbol);
        this.collect(state);
        index++;
        continue;
      }
      const codePoint = codePointAt(text, index, word.end);
      for (const letter of alphabet.symbolsOf(codePoint)) {
        state = automaton.step(state, letter);
        this.collect(state);
      }
      index += unitsOf(codePoint);
    }
    this.collect(automaton.step(state, BOUNDARY));
    const patterns =
      caseSensitive.size === 0
        ? this.patterns
        : this.patterns.filter((number) => {
            const pattern = caseSensitive.get(number);
            return pattern === undefined || capitalsAgree(text, word, pattern);
          });
    if (patterns.length > 0) sink.take(word, patterns);
  }

  /** Adds the patterns that end in a state. */
  private collect(state: number): void {
    const { automaton } = this.lexicon;
    if (state < automaton.firstEnding) return;
    const { ends, endsFrom, endingSuffix } = automaton.trie;
    let node = automaton.nodeOf(state);
    // Once a node was met, so were all its suffixes.
    while (node >= 0 && this.metBy[node] !== this.tokenNumber) {
      this.metBy[node] = this.tokenNumber;
      for (let index = endsFrom[node]!; index < endsFrom[node + 1]!; index++)
        this.patterns.push(ends[index]!);
      node = endingSuffix[node]!;
    }
  }
}
