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

/** What was being taken down where a text box began. */
interface Outer {
  readonly blocks: Block[];
  readonly tables: OpenTable[];
  readonly boxes: Block[];
  readonly open: Open;
}

/**
 * Takes down what a word processor's document says, part after part. A table within a cell becomes lines of it, and a
 * text box stands after the paragraph that it is in.
 */
export class Flow {
  readonly #outer: Outer[] = [];
  #blocks: Block[] = [];
  #tables: OpenTable[] = [];
  /** What text boxes of the open paragraph say. */
  #boxes: Block[] = [];
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
    for (const block of this.#boxes) this.#put(block);
    this.#open = { text: '', marks: [] };
    this.#boxes = [];
    this.#paragraphs++;
  }

  startBox(): void {
    this.#outer.push({
      blocks: this.#blocks,
      tables: this.#tables,
      boxes: this.#boxes,
      open: this.#open,
    });
    this.#blocks = [];
    this.#tables = [];
    this.#boxes = [];
    this.#open = { text: '', marks: [] };
  }

  endBox(): void {
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#endAll();
    this.#boxes = [...outer.boxes, ...this.#blocks];
    this.#blocks = outer.blocks;
    this.#tables = outer.tables;
    this.#open = outer.open;
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
    this.#put({ rows: table.rows });
  }

  /** The blocks, with what stood after the last paragraph. */
  end(): readonly Block[] {
    while (this.#outer.length > 0) this.endBox();
    this.#endAll();
    return this.#blocks;
  }

  #endAll(): void {
    while (this.#tables.length > 0) this.endTable();
    if (this.#open.text !== '' || this.#open.marks.length > 0 || this.#boxes.length > 0) this.endParagraph();
  }

  #put(block: Block): void {
    const cell = this.#tables.at(-1)?.cell;
    if (!cell) this.#blocks.push(block);
    else if ('rows' in block) cell.push(...block.rows.map((row) => joined(row, '\t')));
    else cell.push(block);
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
