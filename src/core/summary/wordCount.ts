import { respondentSpeech, type Transcript } from '../transcript/transcript';

/**
 * How many words a text has, as word processors count them: runs without white space that hold a letter or a
 * digit. So `e-health` and `auto's` are one word, and a dash by itself is none.
 */
function countWords(text: string): number {
  let words = 0;
  for (const [run] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(run)) words++;
  return words;
}

/** How many words respondents say in a transcript. */
export function respondentWords(transcript: Transcript): number {
  return respondentSpeech(transcript).reduce(
    (words, { start, end }) => words + countWords(transcript.text.slice(start, end)),
    0,
  );
}
