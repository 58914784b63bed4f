import { respondentSpeech, type Transcript } from './transcript';

const lettersOrDigits = /[\p{L}\p{N}]/u;
const whiteSpace = /\s/;

/** What counting words needs to know of a character below U+0100: 1 for white space, 2 for a letter or digit. */
const latin = Uint8Array.from({ length: 0x100 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(character: string): number {
  return whiteSpace.test(character) ? 1 : lettersOrDigits.test(character) ? 2 : 0;
}

/**
 * How many words a stretch of text has, as word processors count them: runs without white space that hold a
 * letter or a digit. So `e-health` and `auto's` are one word, and a dash by itself is none.
 */
export function countWords(text: string, start: number, end: number): number {
  let words = 0;
  let counted = false;
  for (let at = start; at < end; ) {
    const unit = text.charCodeAt(at);
    const code = unit < 0x100 ? unit : text.codePointAt(at)!;
    const kind = code < 0x100 ? latin[code]! : kindOf(String.fromCodePoint(code));
    if (kind === 1) counted = false;
    else if (kind === 2 && !counted) {
      words++;
      counted = true;
    }
    at += code > 0xffff ? 2 : 1;
  }
  return words;
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
