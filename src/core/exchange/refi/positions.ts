import { CodePoints } from '../../text/codePoints';
import type { Counting } from './model';

/**
 * Positions in a text as programs count them, both ways. Offsets are UTF-16 code units of the text with `\n` line ends
 * and no byte order mark.
 */
export class Positions {
  readonly #points: CodePoints;
  /** The offsets of the line ends that have two characters in the program's own text. */
  readonly #lineEnds: number[] = [];

  /**
   * @param text with `\n` line ends
   * @param isLong tells of each line end, by its number, whether it has two characters
   */
  constructor(
    text: string,
    private readonly counting: Pick<Counting, 'unit' | 'lineEnd'>,
    isLong: (index: number) => boolean,
  ) {
    this.#points = new CodePoints(text);
    let index = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      if (counting.lineEnd === 2 && isLong(index)) this.#lineEnds.push(this.#count(at));
      index++;
    }
  }

  /** The position of an offset. */
  at(offset: number): number {
    const count = this.#count(offset);
    return count + countBefore(this.#lineEnds, (lineEnd) => lineEnd < count);
  }

  /** The offset of a position; one between the two characters of a line end is in front of it. */
  offsetOf(position: number): number {
    const before = countBefore(this.#lineEnds, (lineEnd, index) => lineEnd + index + 1 < position);
    const isInside = this.#lineEnds[before] !== undefined && this.#lineEnds[before] + before + 1 === position;
    const count = position - before - (isInside ? 1 : 0);
    return this.counting.unit === 'utf-16' ? count : this.#points.offsetOf(count);
  }

  #count(offset: number): number {
    return this.counting.unit === 'utf-16' ? offset : this.#points.at(offset);
  }
}

/** How many items of a sorted list come before something. */
function countBefore(items: readonly number[], isBefore: (item: number, index: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
