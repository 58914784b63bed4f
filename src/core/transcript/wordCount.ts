import { respondentSpeech, type Transcript } from './transcript';

const lettersOrDigits = /[\p{L}\p{N}]/u;
const whiteSpace = /\s/;

const space = 1;
const letter = 2;
const other = 4;

/** What counting words needs to know of a UTF-16 unit; 0 for one that was not met yet, and for half a character. */
const kinds = new Uint8Array(0x10000);

/**
 * How many words a stretch of text has, as word processors count them: runs without white space that hold a
 * letter or a digit. So `e-health` and `auto's` are one word, and a dash by itself is none.
 */
export function countWords(text: string, start: number, end: number): number {
  let words = 0;
  /** 1 within a word that was counted, else 0. */
  let counted = 0;
  for (let at = start; at < end; ) {
    let kind = kinds[text.charCodeAt(at)]!;
    if (kind === 0) {
      const code = text.codePointAt(at)!;
      kind = kindOf(String.fromCodePoint(code));
      if (code > 0xffff) at++;
      else if (code < 0xd800 || code > 0xdfff) kinds[code] = kind;
    }
    // A loop that neither calls nor branches takes a third of the time.
    for (; kind !== 0; kind = ++at < end ? kinds[text.charCodeAt(at)]! : 0) {
      const isLetter = (kind & letter) >> 1;
      words += isLetter & ~counted;
      counted = (counted | isLetter) & ~kind & space;
    }
  }
  return words;
}

function kindOf(character: string): number {
  return whiteSpace.test(character) ? space : lettersOrDigits.test(character) ? letter : other;
}

/** How many words respondents say in a transcript. */
export function respondentWords(transcript: Transcript): number {
  return respondentSpeech(transcript).reduce(
    (words, { start, end }) => words + countWords(transcript.text, start, end),
    0,
  );
}

/** Where the words of a stretch of text begin, counted as `respondentWords` does. */
export function wordOffsets(text: string, start: number, end: number): number[] {
  const runs = text.slice(start, end).matchAll(/\S+/g);
  return [...runs].filter(([run]) => lettersOrDigits.test(run)).map(({ index }) => start + index);
}
