import { TextRun } from 'docx';
import type { Drawing, Inline } from '../blocks';
import { renderEmf } from './emf';
import { WordRuns } from './wordRuns';

/** An element that is repeated for each line, with as many places to fill as a line has parts. */
interface Pattern {
  readonly element: 'w:p' | 'w:tr';
  readonly lines: Iterable<readonly (readonly Inline[])[]>;
  /** The size of the letters, in half points; the paragraph's where left out. */
  readonly size?: number;
}

/** Stands in no text: XML cannot hold it, so what is written has something else in its place. */
const mark = '\ufffe';
const encoder = new TextEncoder();

/**
 * What a document says, apart from how it looks. The library writes each kind of paragraph and of row once, with marks
 * in it, and here that is repeated for each line: to the library, each is a tree of objects, and a report may have ten
 * thousand. Patterns stand in the document in the order in which they are made here.
 */
export class WordFilling {
  readonly #patterns: Pattern[] = [];
  readonly #drawings = new Map<string, Drawing>();
  readonly #runs: WordRuns;

  /** @param bookmarks how many bookmarks the document has without what is filled in, numbered from 1 */
  constructor(bookmarks: number) {
    this.#runs = new WordRuns(bookmarks);
  }

  /** What stands for the words of a paragraph that is repeated for each of some lines. */
  paragraphs(lines: Iterable<readonly Inline[]>): TextRun[] {
    return this.#places({ element: 'w:p', lines: eachOf(lines, (line) => [line]) }, 1);
  }

  /** What stands for the words of each cell of a row that is repeated for each of some rows. */
  rows(rows: readonly (readonly Inline[])[], columns: number, size: number): TextRun[] {
    const lines = eachOf(rows, (cells) => cells.map((cell) => [cell]));
    return this.#places({ element: 'w:tr', lines, size }, columns);
  }

  /** The bytes that stand for those of a drawing: the library would hash and compress them, both to no end. */
  picture(drawing: Drawing): Uint8Array {
    this.#drawings.set(drawing.svg, drawing);
    return encoder.encode(`${[...this.#drawings.keys()].indexOf(drawing.svg)}`);
  }

  /** The bytes of the drawing that others stand for, as SVG or, where it is to be a `metafile`, as that. */
  fillPicture(place: Uint8Array, metafile: boolean): Uint8Array {
    const { svg, width, height } = [...this.#drawings.values()][Number(new TextDecoder().decode(place))]!;
    return metafile ? renderEmf(svg, width, height) : encoder.encode(svg);
  }

  #places(pattern: Pattern, count: number): TextRun[] {
    const number = this.#patterns.push(pattern) - 1;
    return Array.from({ length: count }, () => new TextRun(`${mark}${number}${mark}`));
  }

  /** A document that the library has written, with all lines in it, in parts. No part ends within a character. */
  *fill(document: string): Generator<string> {
    let done = 0;
    for (const [number, { element, lines, size }] of this.#patterns.entries()) {
      const place = `<w:r><w:t xml:space="preserve">${mark}${number}${mark}</w:t></w:r>`;
      const at = document.indexOf(place, done);
      const end = `</${element}>`;
      const from = document.lastIndexOf(`<${element}>`, at);
      const to = document.indexOf(end, at) + end.length;
      const parts = document.slice(from, to).split(place);
      yield document.slice(done, from);
      for (const line of lines) {
        let filled = parts[0]!;
        for (const [index, content] of line.entries())
          filled += this.#runs.write(content, size) + parts[index + 1]!;
        yield filled;
      }
      done = to;
    }
    yield document.slice(done);
  }

  /** The document's relations, with those to the files that lines lead to; once these are filled in. */
  addRelations(relations: string): string {
    return relations.replace('</Relationships>', (end) => this.#runs.relations() + end);
  }
}

function* eachOf<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}
