/** The distinct words and symbols that the terms of a codebook are made of, and the automaton that finds them. */
import { Alphabet, BOUNDARY } from './alphabet';
import { Automaton } from './automaton';
import type { TermToken } from './pattern';

/** One distinct word of the terms. */
export interface WordPattern {
  /** Folded. */
  text: string;
  openStart: boolean;
  openEnd: boolean;
  /** The letters that the pattern names must be capitals in the text. */
  caseSensitive: boolean;
}

/** Gives every distinct word and symbol token a number, from 0. */
export class WordPatterns {
  private readonly numbers = new Map<string, number>();
  private readonly words: { number: number; pattern: WordPattern }[] = [];
  private readonly symbols = new Map<string, number>();
  private readonly firsts = new Set<number>();

  /** The numbers of a term's tokens, the same for equal tokens. */
  addTerm(tokens: readonly TermToken[], caseSensitive: boolean): number[] {
    const numbers = tokens.map((token) => this.add(token, caseSensitive));
    this.firsts.add(numbers[0]!);
    return numbers;
  }

  private add(token: TermToken, caseSensitive: boolean): number {
    // Digits have no case, so that `7510` is one pattern wherever it occurs.
    const sensitive = caseSensitive && /\p{L}/u.test(token.text);
    const key = `${token.kind} ${token.openStart} ${token.openEnd} ${sensitive} ${token.text}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
      const { text, openStart, openEnd } = token;
      if (token.kind === 'symbol') this.symbols.set(text, number);
      else this.words.push({ number, pattern: { text, openStart, openEnd, caseSensitive: sensitive } });
    }
    return number;
  }

  /** Builds what the scanner runs on. */
  compile(): Lexicon {
    const alphabet = new Alphabet(
      this.words.map(({ pattern }) => pattern.text),
      new Set(this.symbols.keys()),
    );
    const strings = this.words.map(({ number, pattern }) => {
      const symbols = alphabet.encode(pattern.text);
      if (!pattern.openStart) symbols.unshift(BOUNDARY);
      if (!pattern.openEnd) symbols.push(BOUNDARY);
      return { symbols, label: number };
    });
    const automaton = new Automaton(strings, alphabet.size, (number) => this.firsts.has(number));
    const caseSensitive = new Map<number, WordPattern>();
    for (const { number, pattern } of this.words) {
      if (pattern.caseSensitive) caseSensitive.set(number, pattern);
    }
    return { alphabet, automaton, symbols: this.symbols, caseSensitive, count: this.numbers.size };
  }
}

/** All the words and symbols of a codebook's terms, compiled. */
export interface Lexicon {
  alphabet: Alphabet;
  /** Finds the words, labeled by pattern number; those that begin a term are wanted. */
  automaton: Automaton;
  /** The pattern number of each symbol token, by its folded character. */
  symbols: ReadonlyMap<string, number>;
  /** The patterns whose letters must be capitals, by number. */
  caseSensitive: ReadonlyMap<number, WordPattern>;
  /** How many patterns there are. */
  count: number;
}
