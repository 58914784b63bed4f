import { seeded } from '../../src/core/random';

/** Draws that are the same for the same numbers, whatever was drawn for other cases. */
export class Draw {
  readonly #random: () => number;

  /** @param numbers what tells a case from all others, such as a seed, a reader and an index */
  constructor(...numbers: readonly number[]) {
    this.#random = seeded(numbers.reduce((mixed, one) => Math.imul(mixed ^ one, 0x9e3779b1) + 1, 0));
  }

  /** A whole number from 0, below `most`. */
  below(most: number): number {
    return Math.floor(this.#random() * most);
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** A range of a length, short ones more often than long ones. */
  range(length: number): [start: number, end: number] {
    const start = this.below(length + 1);
    const most = Math.ceil((length - start) * this.#random() ** 3);
    return [start, start + this.below(most + 1)];
  }
}
