/** Case-sensitive words: abbreviations such as `AVG`, whose letters must be capitals in the text too. */
import { foldCharacter } from '../text/fold';
import type { Token } from './token';
import type { WordPattern } from './wordPatterns';
import { codePointAt, unitsOf } from './words';

/**
 * Whether a word that matches a pattern when case is ignored also does so with the pattern's own letters in
 * capitals. What a wildcard stands for may be in any case.
 */
export function capitalsAgree(text: string, word: Token, pattern: WordPattern): boolean {
  let folded = '';
  // For every folded unit: 1 when the character it comes from is not a lower-case letter.
  const capital: boolean[] = [];
  let index = word.start;
  while (index < word.end) {
    if (index === word.breakStart) index = word.breakEnd;
    const codePoint = codePointAt(text, index, word.end);
    const written = String.fromCodePoint(codePoint).normalize('NFKD');
    const letters = foldCharacter(codePoint);
    folded += letters;
    for (let unit = 0; unit < letters.length; unit++) capital.push(written === written.toUpperCase());
    index += unitsOf(codePoint);
  }
  const { length } = pattern.text;
  const agreesAt = (at: number) =>
    folded.startsWith(pattern.text, at) && capital.slice(at, at + length).every(Boolean);
  if (!pattern.openStart) return agreesAt(0);
  if (!pattern.openEnd) return agreesAt(folded.length - length);
  for (let at = folded.indexOf(pattern.text); at >= 0; at = folded.indexOf(pattern.text, at + 1)) {
    if (agreesAt(at)) return true;
  }
  return false;
}
