/** A stretch of text in UTF-16 code units of the line-end-normalized text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: line and UTF-16 character, both counted from 0 (as the Language Server Protocol does). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** True where the two ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
