/**
 * The automaton's input symbols. Every folded letter that occurs in some term has a symbol of its own; all
 * other letters share one, since no term tells them apart. Should a codebook use more letters than fit (say,
 * Chinese), the rarer ones are spelled as an escape symbol and the hexadecimal digits of their code point.
 */
import { foldCharacter, Kind, kindOf } from '../text/fold';

/** Stands between words. */
export const BOUNDARY = 0;
/** A letter that no term has. */
const OTHER_LETTER = 1;
/** A character that changes nothing: a combining mark or an invisible character. */
export const IGNORED = 2;
/** A character that a table cannot decide about; see the scanner. */
export const TRAP = 3;
const FIRST_LETTER = 4;

const MOST_LETTERS = 96;
const HEX_DIGITS = 16;
const DIGITS_OF_CODE_POINT = 6;

/** The symbols of one codebook. */
export class Alphabet {
  /** The number of symbols. */
  readonly size: number;
  private readonly symbols = new Map<string, number>();
  private readonly escape: number | undefined;
  private readonly rare: ReadonlySet<string>;
  private readonly expansions = new Map<number, readonly number[]>();

  /**
   * @param words the folded literals of the terms' words
   * @param punctuation the folded symbol tokens of the terms
   */
  constructor(
    words: Iterable<string>,
    private readonly punctuation: ReadonlySet<string>,
  ) {
    const uses = new Map<string, number>();
    for (const word of words) {
      for (const letter of word) uses.set(letter, (uses.get(letter) ?? 0) + 1);
    }
    const letters = [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)!);
    for (const letter of letters.slice(0, MOST_LETTERS)) {
      this.symbols.set(letter, FIRST_LETTER + this.symbols.size);
    }
    this.rare = new Set(letters.slice(MOST_LETTERS));
    const used = FIRST_LETTER + this.symbols.size;
    this.escape = this.rare.size > 0 ? used : undefined;
    this.size = this.escape === undefined ? used : used + 1 + HEX_DIGITS;
  }

  /** The symbols of folded text, as the automaton reads them. */
  encode(folded: string): number[] {
    const encoded: number[] = [];
    for (const letter of folded) this.append(encoded, letter);
    return encoded;
  }

  /** The symbols of one letter or digit, or of an apostrophe inside a word, as it stands in a text. */
  symbolsOf(codePoint: number): readonly number[] {
    let expansion = this.expansions.get(codePoint);
    if (expansion === undefined) {
      expansion = this.encode(foldCharacter(codePoint));
      this.expansions.set(codePoint, expansion);
    }
    return expansion;
  }

  /** The one symbol of a UTF-16 unit whatever stands around it, or TRAP when there is not just one. */
  classOf(unit: number): number {
    switch (kindOf(unit)) {
      case Kind.word: {
        const symbols = this.symbolsOf(unit);
        return symbols.length === 1 ? symbols[0]! : TRAP;
      }
      case Kind.mark:
      case Kind.format:
        return IGNORED;
      case Kind.space:
        return BOUNDARY;
      case Kind.other:
        return isSurrogate(unit) || this.punctuation.has(foldCharacter(unit)) ? TRAP : BOUNDARY;
      default:
        return TRAP;
    }
  }

  private append(encoded: number[], letter: string): void {
    const symbol = this.symbols.get(letter);
    if (symbol !== undefined) {
      encoded.push(symbol);
    } else if (this.escape !== undefined && this.rare.has(letter)) {
      encoded.push(this.escape);
      const codePoint = letter.codePointAt(0)!;
      for (let digit = DIGITS_OF_CODE_POINT - 1; digit >= 0; digit--) {
        encoded.push(this.escape + 1 + ((codePoint >> (4 * digit)) & 0xf));
      }
    } else {
      encoded.push(OTHER_LETTER);
    }
  }
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}
