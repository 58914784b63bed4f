/** A part of a line: plain words, words with a link, words in italics, words that stand back, or a code of letters and digits. */
export type Inline =
  | string
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'emphasis' | 'aside' | 'code'; readonly text: string };

export interface Column {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'date';
}

/** A table whose rows are named by their first cell; `total` is its last row, set apart. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Inline[])[];
  readonly total?: readonly Inline[];
}

/** What a report is made of, whatever it is written in. No line holds line breaks. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | Table;

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });
export const textColumn = (title: string): Column => ({ title, kind: 'text' });
export const dateColumn = (title: string): Column => ({ title, kind: 'date' });
export const numberColumn = (title: string): Column => ({ title, kind: 'number' });

/** Words on one line: line breaks and runs of white space become one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
