/** Measures gaps: counts words and sentence ends on the way through a range, each character at most once. */
import { Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { isBlankLineAt, isTerminator, sentenceEndAt } from '../text/sentences';
import { codePointAt, unitsOf, wordEnd } from './words';

/** How many words and sentence ends were counted before some place. Only differences mean something. */
export interface Place {
  words: number;
  sentences: number;
}

/** Walks forward through one range of text. */
export class GapRuler {
  private position: number;
  private words = 0;
  private sentences = 0;

  constructor(
    private readonly text: string,
    private readonly range: Range,
  ) {
    this.position = range.start;
  }

  /**
   * Goes to the start of a token. Starts come in ascending order, except that a word broken at a line end
   * may begin one word back. Beyond the `last` word, nothing is counted any more.
   */
  placeOf(start: number, last: number): Place {
    while (this.position < start && this.words <= last) this.advance();
    if (this.position > start) return { words: this.words - 1, sentences: this.sentences };
    this.position = start;
    return { words: this.words, sentences: this.sentences };
  }

  private advance(): void {
    const { text, range, position } = this;
    const codePoint = codePointAt(text, position, range.end);
    const kind = kindOf(codePoint);
    if (kind === Kind.word) {
      this.words++;
      this.position = wordEnd(text, position, range.end);
      return;
    }
    this.position += unitsOf(codePoint);
    const endsSentence =
      kind === Kind.lineBreak
        ? isBlankLineAt(text, position, range.end)
        : isTerminator(codePoint) && sentenceEndAt(text, position, range) >= 0;
    if (endsSentence) this.sentences++;
  }
}
