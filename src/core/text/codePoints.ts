/** Tells offsets of a text in UTF-16 code units from offsets in Unicode code points, both ways. */
export class CodePoints {
  /** The UTF-16 offsets of the characters that take two code units. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;
    for (let found = pairs.exec(text); found; found = pairs.exec(text)) this.#pairs.push(found.index);
  }

  /** How many code points stand before a UTF-16 offset; one inside a character counts as that character's begin. */
  at(offset: number): number {
    return offset - this.#pairsBefore((pair) => pair < offset);
  }

  /** The UTF-16 offset of a code point, counted from 0. */
  offsetOf(codePoint: number): number {
    return codePoint + this.#pairsBefore((pair, index) => pair - index < codePoint);
  }

  #pairsBefore(isBefore: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#pairs[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
