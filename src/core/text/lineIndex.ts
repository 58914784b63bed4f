import type { Position } from './range';

/** Converts between offsets and line positions of one text whose line ends are all `\n`. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of a UTF-16 offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - this.#starts[low]! };
  }

  /** The UTF-16 offset of a position; a line or character past the end is clamped. */
  offsetAt(position: Position): number {
    if (position.line >= this.#starts.length) return this.#length;
    const line = Math.max(0, position.line);
    return Math.min(this.#starts[line]! + Math.max(0, position.character), this.lineEnd(line));
  }

  /** The offset at which a line's text ends, before its `\n`. */
  lineEnd(line: number): number {
    const next = this.#starts[line + 1];
    return next === undefined ? this.#length : next - 1;
  }
}
