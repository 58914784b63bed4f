import { foldCharacter, Kind, kindOf } from '../text/fold';
import type { Range } from '../text/range';
import { codePointAt, codePointBefore, isInnerApostrophe, unitsOf } from './words';

/** The base of the polynomial that hashes words; it can be worked out from either end of a word. */
const BASE = 31;
const MARKS = 4096;

/**
 * Tells quickly whether one of a few words may stand near a place, without taking any word out of the text.
 * Near most hits there is none, so that this decides how fast negation is. It goes by the hashes of words: it
 * may say yes to another word, but never no to one of its own.
 */
export class NearWords {
  /** 1 at the hashes of the words. */
  private readonly words: Uint8Array;
  /** 1 at the hashes of the endings, from their apostrophe on. */
  private readonly endings: Uint8Array;

  /**
   * @param words folded
   * @param endings folded, each with an apostrophe; words that end in them are meant too
   */
  constructor(words: readonly string[], endings: readonly string[] = []) {
    this.words = marked(words);
    this.endings = marked(endings.map((ending) => ending.slice(ending.indexOf("'"))));
  }

  /** Whether one may be among the last `most` words before an offset. */
  mayBeBefore(text: string, offset: number, range: Range, most: number): boolean {
    let left = most;
    let hash = 0;
    let power = 1;
    let index = offset;
    while (index > range.start) {
      const unit = text.charCodeAt(index - 1);
      if (isPlainLetter(unit)) {
        hash = (hash + Math.imul(unit, power)) | 0;
        power = Math.imul(power, BASE);
        index--;
        continue;
      }
      const codePoint = codePointBefore(text, index, range.start);
      index -= unitsOf(codePoint);
      if (isInWord(text, index, codePoint, range)) {
        const folded = foldCharacter(codePoint);
        for (let at = folded.length - 1; at >= 0; at--) {
          hash = (hash + Math.imul(folded.charCodeAt(at), power)) | 0;
          power = Math.imul(power, BASE);
        }
        if (this.endings[hash & (MARKS - 1)] === 1) return true;
      } else if (power !== 1) {
        if (this.words[hash & (MARKS - 1)] === 1) return true;
        if (--left === 0) return false;
        hash = 0;
        power = 1;
      }
    }
    return this.words[hash & (MARKS - 1)] === 1;
  }

  /** Whether one may be among the first `most` words after an offset. */
  mayBeAfter(text: string, offset: number, range: Range, most: number): boolean {
    let left = most;
    let hash = 0;
    let index = offset;
    while (index < range.end) {
      const unit = text.charCodeAt(index);
      if (isPlainLetter(unit)) {
        hash = (Math.imul(hash, BASE) + unit) | 0;
        index++;
        continue;
      }
      const codePoint = codePointAt(text, index, range.end);
      if (isInWord(text, index, codePoint, range)) {
        hash = hashAfter(hash, foldCharacter(codePoint));
      } else if (hash !== 0) {
        if (this.words[hash & (MARKS - 1)] === 1) return true;
        if (--left === 0) return false;
        hash = 0;
      }
      index += unitsOf(codePoint);
    }
    return this.words[hash & (MARKS - 1)] === 1;
  }
}

function marked(words: readonly string[]): Uint8Array {
  const marks = new Uint8Array(MARKS);
  for (const word of words) marks[hashAfter(0, word) & (MARKS - 1)] = 1;
  return marks;
}

function hashAfter(hash: number, folded: string): number {
  let next = hash;
  for (let at = 0; at < folded.length; at++) next = (Math.imul(next, BASE) + folded.charCodeAt(at)) | 0;
  return next;
}

/** Nearly every unit of a text is one that folds to itself. */
function isPlainLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isInWord(text: string, index: number, codePoint: number, range: Range): boolean {
  switch (kindOf(codePoint)) {
    case Kind.word:
    case Kind.mark:
    case Kind.format:
      return true;
    case Kind.apostrophe:
      return isInnerApostrophe(text, index, range.start, range.end);
    default:
      return false;
  }
}
