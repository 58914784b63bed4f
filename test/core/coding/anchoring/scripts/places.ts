import type { Range } from '../../../../../src/core/text/range';

/** The random numbers of a script, as choices. */
export class Draw {
  constructor(private readonly random: () => number) {}

  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  one<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }
}

const label = /^(?:\[[\d:]+\] )?[\p{L}\p{N}][^:\n]{0,30}: /gmu;

/** Where the labels of a text's turns stand: time stamp, speaker, colon and space. */
export function labels(text: string): Range[] {
  return [...text.matchAll(label)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The turns of a text, each from its label to the next. */
export function turns(text: string): Range[] {
  const starts = labels(text).map(({ start }) => start);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** The words of a text. */
export function words(text: string): Range[] {
  return ranges(text, /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
}

/** The sentences of a text, roughly: what ends with a mark or at the end of a line that ends a paragraph. */
export function sentences(text: string): Range[] {
  return ranges(text, /[\p{L}\p{N}][^.?!:]{10,}[.?!]/gu);
}

/** The lines of a text, with their ends. */
export function lines(text: string): Range[] {
  return ranges(text, /[^\n]*\n|[^\n]+$/g);
}

function ranges(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** One of some ranges: any, or one of the nearest to an offset where that is given. */
export function drawNear(draw: Draw, some: readonly Range[], near: number | undefined): Range | undefined {
  if (near === undefined || some.length === 0) return draw.one(some);
  const after = some.findIndex(({ end }) => end >= near);
  const index = (after === -1 ? some.length : after) + draw.number(-2, 2);
  return some[Math.max(0, Math.min(some.length - 1, index))];
}
