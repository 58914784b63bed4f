/**
 * The one pass over a text. It reads a character at a time through the automaton, stops only at words that
 * match some pattern, at the symbols that occur in terms and at the few characters that a table cannot
 * decide about, and hands each word or symbol with the patterns it matches to a sink.
 */
import { foldCharacter, Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { BOUNDARY, TRAP } from './alphabet';
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

/** Finds the words and symbols of a lexicon in texts. */
export class Scanner {
  /** The symbol of every UTF-16 unit met so far; TRAP for those not met, and for those without just one. */
  private readonly classes = new Uint8Array(0x10000).fill(TRAP);
  private readonly afterBoundary: number;
  private readonly patterns: number[] = [];
  /** The number of the token that last met each output state, so that no token collects one twice. */
  private readonly metBy: Uint32Array;
  private tokenNumber = 0;

  constructor(private readonly lexicon: Lexicon) {
    this.afterBoundary = lexicon.automaton.next[BOUNDARY]!;
    this.metBy = new Uint32Array(lexicon.automaton.nextOutput.length);
  }

  /** Gives the sink every matching token of one range of text. */
  scan(text: string, range: Range, sink: TokenSink): void {
    const { next, firstOutput, firstWanted, trap } = this.lexicon.automaton;
    const { classes, afterBoundary } = this;
    const { end } = range;
    let index = range.start;
    let state = afterBoundary;
    for (;;) {
      const stop = sink.isFollowing ? firstOutput : firstWanted;
      let before = state;
      while (index < end) {
        before = state;
        state = next[before + classes[text.charCodeAt(index)]!]!;
        if (state >= stop) break;
        index++;
      }
      if (index >= end) break;
      if (state === trap) {
        if (this.learn(text.charCodeAt(index))) {
          state = before;
          continue;
        }
        const codePoint = codePointAt(text, index, end);
        const symbols = this.symbolsInWord(text, index, codePoint, range);
        state = symbols ? this.step(before, symbols) : next[before + BOUNDARY]!;
        if (state < firstOutput) {
          if (symbols) {
            index += unitsOf(codePoint);
          } else {
            index = this.passSeparator(text, index, codePoint, range, sink);
            state = afterBoundary;
          }
          continue;
        }
      }
      index = this.emitWordAt(text, index, range, sink);
      state = afterBoundary;
    }
    if (next[state + BOUNDARY]! >= firstOutput) this.emitWordAt(text, end, range, sink);
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

  /** Reads some symbols, up to the first output state. */
  private step(from: number, symbols: readonly number[]): number {
    const { next, firstOutput } = this.lexicon.automaton;
    let state = from;
    for (const symbol of symbols) {
      state = next[state + symbol]!;
      if (state >= firstOutput) break;
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
    const { next, firstOutput } = automaton;
    this.tokenNumber++;
    this.patterns.length = 0;
    let state = this.afterBoundary;
    let index = word.start;
    while (index < word.end) {
      if (index === word.breakStart) index = word.breakEnd;
      const unit = text.charCodeAt(index);
      const symbol = this.classes[unit]!;
      if (symbol !== TRAP) {
        state = next[state + symbol]!;
        if (state >= firstOutput) this.collect(state);
        index++;
        continue;
      }
      const codePoint = codePointAt(text, index, word.end);
      for (const letter of alphabet.symbolsOf(codePoint)) {
        state = next[state + letter]!;
        if (state >= firstOutput) this.collect(state);
      }
      index += unitsOf(codePoint);
    }
    state = next[state + BOUNDARY]!;
    if (state >= firstOutput) this.collect(state);
    const patterns =
      caseSensitive.size === 0
        ? this.patterns
        : this.patterns.filter((number) => {
            const pattern = caseSensitive.get(number);
            return pattern === undefined || capitalsAgree(text, word, pattern);
          });
    if (patterns.length > 0) sink.take(word, patterns);
  }

  private collect(state: number): void {
    const { firstOutput, width, ends, endsFrom, nextOutput } = this.lexicon.automaton;
    let output = (state - firstOutput) / width;
    // Once a state was met, so were all its suffixes.
    while (output >= 0 && this.metBy[output] !== this.tokenNumber) {
      this.metBy[output] = this.tokenNumber;
      for (let index = endsFrom[output]!; index < endsFrom[output + 1]!; index++) {
        this.patterns.push(ends[index]!);
      }
      output = nextOutput[output]!;
    }
  }
}
