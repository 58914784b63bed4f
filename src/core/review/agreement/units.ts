import type { Range } from '../../text/range';
import { sentences } from '../../text/sentences';

/** What respondents said in a transcript, put together to one stretch of characters. */
export class Speech {
  readonly #starts: number[] = [];
  readonly #before: number[] = [];
  /** In characters. */
  readonly length: number;

  constructor(private readonly turns: readonly Range[]) {
    let length = 0;
    for (const { start, end } of this.turns) {
      this.#starts.push(start);
      this.#before.push(length);
      length += end - start;
    }
    this.length = length;
  }

  /** Where the part of a range lies that a respondent said; undefined where that is nothing of it. */
  within({ start, end }: Range): Range | undefined {
    const range = { start: this.#placeOf(start), end: this.#placeOf(end) };
    return range.start < range.end ? range : undefined;
  }

  #placeOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const { start, end } = this.turns[low - 1]!;
    return this.#before[low - 1]! + Math.min(offset, end) - start;
  }
}

/** The sentences of turns, in order. */
export function sentencesOf(text: string, turns: readonly Range[]): Range[] {
  return turns.flatMap((turn) => sentences(text, turn));
}
