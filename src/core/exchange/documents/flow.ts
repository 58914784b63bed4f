/** A place in a paragraph that something outside the text is about, such as where a comment begins. */
export interface Mark {
  readonly id: string;
  readonly kind: 'start' | 'end' | 'point';
  readonly offset: number;
}

/** Text with marks at offsets of it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A paragraph, or the cells of a table's rows. */
export type Block = Marked | { readonly rows: readonly (readonly Marked[])[] };

interface Open {
  text: string;
  marks: Mark[];
}

interface OpenTable {
  readonly rows: Marked[][];
  row: Marked[];
  cell: Marked[];
}

/** Takes down what a word processor's document says, part after part. A table within a cell becomes lines of it. */
export class Flow {
  readonly blocks: Block[] = [];
  readonly #tables: OpenTable[] = [];
  #open: Open = { text: '', marks: [] };
  #paragraphs = 1;

  /** The number of the paragraph that is being taken down, from 1. */
  get paragraph(): number {
    return this.#paragraphs;
  }

  text(text: string): void {
    this.#open.text += text;
  }

  mark(kind: Mark['kind'], id: string): void {
    this.#open.marks.push({ kind, id, offset: this.#open.text.length });
  }

  endParagraph(): void {
    this.#put(this.#open);
    this.#open = { text: '', marks: [] };
    this.#paragraphs++;
  }

  startTable(): void {
    this.#tables.push({ rows: [], row: [], cell: [] });
  }

  endCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.row.push(joined(table.cell, '\n'));
    table.cell = [];
  }

  endRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.rows.push(table.row);
    table.row = [];
  }

  endTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const outer = this.#tables.at(-1);
    if (outer) outer.cell.push(...table.rows.map((row) => joined(row, '\t')));
    else this.blocks.push({ rows: table.rows });
  }

  /** The blocks, with what stood after the last paragraph. */
  end(): readonly Block[] {
    while (this.#tables.length > 0) this.endTable();
    if (this.#open.text !== '' || this.#open.marks.length > 0) this.endParagraph();
    return this.blocks;
  }

  #put(paragraph: Marked): void {
    const table = this.#tables.at(-1);
    if (table) table.cell.push(paragraph);
    else this.blocks.push(paragraph);
  }
}

/** Texts one after the other, with their marks. */
export function joined(parts: readonly Marked[], separator: string): Marked {
  const texts: string[] = [];
  const marks: Mark[] = [];
  let length = 0;
  for (const part of parts) {
    if (texts.length > 0) length += separator.length;
    for (const mark of part.marks) marks.push({ ...mark, offset: mark.offset + length });
    texts.push(part.text);
    length += part.text.length;
  }
  return { text: texts.join(separator), marks };
}
