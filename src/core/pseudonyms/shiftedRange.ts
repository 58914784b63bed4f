import type { TextEdit } from '../text/edits';
import type { Range } from '../text/range';

/** Tells where ranges of a text stand after edits. A range that begins or ends inside an edit takes all of it in. */
export class ShiftedRanges {
  readonly #edits: readonly TextEdit[];
  /** How much longer the text is before each edit, and after the last. */
  readonly #shifts: readonly number[];

  /** @param edits in order of place */
  constructor(edits: readonly TextEdit[]) {
    this.#edits = edits;
    const shifts = [0];
    for (const { start, end, text } of edits) shifts.push(shifts.at(-1)! + text.length - (end - start));
    this.#shifts = shifts;
  }

  of({ start, end }: Range): Range {
    return { start: this.#at(start, false), end: this.#at(end, true) };
  }

  #at(offset: number, isEnd: boolean): number {
    const index = this.#firstEndingAfter(offset);
    const edit = this.#edits[index];
    const shift = this.#shifts[index]!;
    if (!edit || edit.start >= offset) return offset + shift;
    return isEnd ? edit.start + shift + edit.text.length : edit.start + shift;
  }

  #firstEndingAfter(offset: number): number {
    let [low, high] = [0, this.#edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#edits[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
