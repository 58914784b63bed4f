/**
 * A part of a line: plain words, words with a link (to a place of the report itself, `#…`, or out of it), words in
 * italics or bold, words that stand back, a code of letters and digits, or a place that links lead to.
 */
export type Inline =
  | string
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'emphasis' | 'strong' | 'aside' | 'code'; readonly text: string }
  | { readonly kind: 'anchor'; readonly id: string };

export interface Column {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'date';
}

/** A table whose rows are named by their first cell; `total` is its last row, set apart. An empty caption is none. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Inline[])[];
  readonly total?: readonly Inline[];
}

/**
 * `depth` is how many lists it stands in, 0 where left out; `first` the number of its first item, where it has numbers.
 * Items may be made one by one as they are written.
 */
export interface List {
  readonly kind: 'list';
  readonly items: Iterable<readonly Inline[]>;
  readonly depth?: number;
  readonly first?: number;
}

/** An SVG document that stands by itself, in black on white. Its size is in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture with its numbers as a table, for those who do not see it and for what can hold no picture. */
export interface Picture {
  readonly kind: 'picture';
  /** Undefined where what is written can hold no picture. */
  readonly drawing: Drawing | undefined;
  readonly title: string;
  readonly caption: string;
  readonly table: Table;
  /** True where other tables of the report have these numbers already. */
  readonly repeats: boolean;
}

/** What a report is made of, whatever it is written in. No line holds line breaks. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'quote'; readonly content: readonly Inline[] }
  | List
  | Table
  | Picture;

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });
export const quoteBlock = (...content: Inline[]): Block => ({ kind: 'quote', content });
export const textColumn = (title: string): Column => ({ title, kind: 'text' });
export const dateColumn = (title: string): Column => ({ title, kind: 'date' });
export const numberColumn = (title: string): Column => ({ title, kind: 'number' });

/** A table with more columns of numbers than this has their titles upright, so that it fits a page. */
export const mostLevelTitles = 6;

/** Lists that are in more others than this are shown as if they were in so many. */
export const deepestList = 3;

/** Words on one line: line breaks and runs of white space become one space. */
export function oneLine(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/gu, ' ').trim();
}
