import type { TextEdit } from '../../../../../src/core/text/edits';

/** A letter with its marks, and which letter of the first text it is, or was copied from. */
export interface Letter {
  readonly text: string;
  /** The offset of the letter in the first text; undefined where it was typed since. */
  readonly origin: number | undefined;
  /** 0 for the letter itself; the number of the step that made it a copy otherwise. */
  readonly copy: number;
  /** What `copy` would be if all copies that were put right beside what they were made of had been put on its other side. */
  readonly mirrored: number;
  /** The number of the step that last cut and pasted it; 0 for none. */
  readonly cut: number;
}

/** A stretch of text, by offsets, replaced by what was typed or by letters that stood elsewhere. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string | readonly Letter[];
}

/** One step of a script: the edits, as an editor tells them, and the text after them. */
export interface Step {
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** The letters of a text, composed or not: a letter and its marks are one. */
export function lettersOf(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/**
 * A text of which every letter is known by where it first stood, whatever was done to it. It knows nothing of
 * how codings are found, so that it can tell whether they were found where they belong.
 */
export class TrackedText {
  readonly steps: Step[] = [];
  /** The offsets in the first text of the letters that were cut and pasted elsewhere. */
  readonly moved = new Set<number>();
  #letters: Letter[];
  #text: string;
  #indices: Int32Array | undefined;

  constructor(readonly first: string) {
    this.#letters = [];
    let origin = 0;
    for (const text of lettersOf(first)) {
      this.#letters.push({ text, origin, copy: 0, mirrored: 0, cut: 0 });
      origin += text.length;
    }
    this.#text = first;
  }

  get text(): string {
    return this.#text;
  }

  get letters(): readonly Letter[] {
    return this.#letters;
  }

  /** Changes the text in one step. The changes are in order of place and do not overlap. */
  change(changes: readonly Change[]): void {
    const letters: Letter[] = [];
    const edits: TextEdit[] = [];
    let at = 0;
    for (const { start, end, by } of changes) {
      const [from, to] = [this.#indexOf(start), this.#indexOf(end)];
      const placed = typeof by === 'string' ? typed(by) : by;
      for (let index = at; index < from; index++) letters.push(this.#letters[index]!);
      letters.push(...placed);
      edits.push({ start, end, text: placed.map(({ text }) => text).join('') });
      at = to;
    }
    for (let index = at; index < this.#letters.length; index++) letters.push(this.#letters[index]!);
    this.#letters = letters;
    this.#text = letters.map(({ text }) => text).join('');
    this.#indices = undefined;
    this.steps.push({ edits, text: this.#text });
  }

  /** The letters of a range, to be put elsewhere as themselves. */
  cut(start: number, end: number): Letter[] {
    const cut = this.#letters.slice(this.#indexOf(start), this.#indexOf(end));
    for (const { origin } of cut) if (origin !== undefined) this.moved.add(origin);
    return cut.map((letter) => ({ ...letter, cut: this.steps.length + 1 }));
  }

  /** Puts a copy of a range elsewhere, in one step. */
  copy(start: number, end: number, to: number): void {
    const step = this.steps.length + 1;
    const isBeside = to === start || to === end;
    const [from, until] = [this.#indexOf(start), this.#indexOf(end)];
    const copied = this.#letters.slice(from, until);
    const copies = copied.map(({ text, origin, mirrored }) => ({
      text,
      origin,
      copy: step,
      mirrored: isBeside ? mirrored : step,
      cut: 0,
    }));
    if (isBeside) {
      for (const [index, letter] of copied.entries()) {
        this.#letters[from + index] = { ...letter, mirrored: step };
      }
    }
    this.change([{ start: to, end: to, by: copies }]);
  }

  /** Composes or decomposes all letters, in one step. */
  normalize(form: 'NFC' | 'NFD'): void {
    const changes: Change[] = [];
    let start = 0;
    for (const letter of this.#letters) {
      const { text } = letter;
      const normalized = text.normalize(form);
      const end = start + text.length;
      if (normalized !== text) changes.push({ start, end, by: [{ ...letter, text: normalized }] });
      start = end;
    }
    if (changes.length > 0) this.change(changes);
  }

  /** The nearest offset, at or before one, at which a letter begins. */
  letterStart(offset: number): number {
    let start = Math.max(0, Math.min(offset, this.#text.length));
    this.#indexOf(0);
    while (this.#indices![start] === -1) start--;
    return start;
  }

  #indexOf(offset: number): number {
    this.#indices ??= this.#indexed();
    const index = this.#indices[offset]!;
    if (index === undefined || index === -1) throw new RangeError(`no letter begins at ${offset}`);
    return index;
  }

  #indexed(): Int32Array {
    const indices = new Int32Array(this.#text.length + 1).fill(-1);
    let offset = 0;
    for (const [index, { text }] of this.#letters.entries()) {
      indices[offset] = index;
      offset += text.length;
    }
    indices[offset] = this.#letters.length;
    return indices;
  }
}

function typed(text: string): Letter[] {
  return lettersOf(text).map((letter) => ({ text: letter, origin: undefined, copy: 0, mirrored: 0, cut: 0 }));
}
