/** A word or a symbol in a text, in UTF-16 offsets, end exclusive. */
export interface Token {
  start: number;
  end: number;
  /** How many words it counts for: a symbol 0, a word 1, a word broken at a line end 2. */
  words: number;
  /** What to leave out when reading it: the break in a word broken at a line end, otherwise nothing. */
  breakStart: number;
  breakEnd: number;
}
