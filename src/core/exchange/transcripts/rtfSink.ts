import type { Mark, Marked } from '../documents/flow';

/** What a group of an RTF file is, whose text stands apart from what is around it. */
export type Apart = 'note' | 'comment' | 'author' | 'reference' | 'date' | 'parent' | 'start' | 'end' | 'box';

/** Where text is put as it is read: into the document, or into something that stands apart from it. */
export class RtfSink implements Marked {
  readonly marks: Mark[] = [];
  readonly #parts: string[] = [];
  #length = 0;

  constructor(readonly kind: Apart | 'document') {}

  get text(): string {
    return this.#parts.join('');
  }

  add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  mark(kind: Mark['kind'], id: string): void {
    this.marks.push({ kind, id, offset: this.#length });
  }

  append({ text, marks }: Marked): void {
    for (const mark of marks) this.marks.push({ ...mark, offset: mark.offset + this.#length });
    this.add(text);
  }
}
