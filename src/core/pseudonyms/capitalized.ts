import { commonCapitals } from './commonCapitals';

/** Words with capitals that stand together, such as `Jan van der Berg`, where a text says them. */
export interface CapitalizedWords {
  readonly text: string;
  readonly start: number;
  /** Whether it begins a sentence, where any word has a capital. */
  readonly opens: boolean;
  /** The word before it in the sentence, in small letters; empty where there is none. */
  readonly before: string;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu;
/** What is added to a name in `Anna's`, `ICT’ers` and `WMO-zorg`. */
const addition = /[’'](?:s|er|ers|m|d|ll|ve|re)$|-\p{Ll}.*$/u;
/** Between a first name and a surname, in small letters. */
const particle = /^(?:van|von|de|der|den|ten|ter|te|het|op|la|le|el|al|da|di|du|bin|ibn|['’]?[ts])$/;
/** Abbreviations before a name, whose full stop ends no sentence. */
const title = /^(?:dhr|mevr|mw|mr|mrs|ms|dr|drs|prof|ir|ing|ds|st|mej)$/i;
const mostParticles = 3;

/** The words with capitals in a stretch of speech. */
export function capitalizedWords(text: string): CapitalizedWords[] {
  const words = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => {
    const own = word.replace(addition, '');
    return { text: own, start: index, end: index + own.length };
  });
  const found: CapitalizedWords[] = [];
  for (let index = 0; index < words.length; ) {
    if (!isCapitalized(words[index]!)) {
      index++;
      continue;
    }
    const last = lastOf(text, words, index);
    found.push(...namesAmong(text, words, index, last));
    index = last + 1;
  }
  return found;
}

/** What words with capitals may be names: those without the word that opens a sentence, and all of them. */
function namesAmong(text: string, words: readonly Word[], first: number, last: number): CapitalizedWords[] {
  const opens = opensSentence(text, words[first]!, words[first - 1]);
  const whole = nameOf(text, words, first, last, opens);
  let next = first + 1;
  while (next <= last && !isCapitalized(words[next]!)) next++;
  const rest = opens && next <= last ? nameOf(text, words, next, last, false) : undefined;
  return [whole, rest].filter((one) => one !== undefined);
}

function nameOf(
  text: string,
  words: readonly Word[],
  first: number,
  last: number,
  opens: boolean,
): CapitalizedWords | undefined {
  let from = first;
  while (
    from <= last &&
    (commonCapitals.has(words[from]!.text.toLowerCase()) || !isCapitalized(words[from]!))
  )
    from++;
  let to = last;
  while (to > from && commonCapitals.has(words[to]!.text.toLowerCase())) to--;
  if (from > to) return undefined;
  const { start } = words[from]!;
  const name = text.slice(start, words[to]!.end);
  if (name.length < 2) return undefined;
  const isFirst = from === first;
  const before = isFirst && opens ? '' : (words[from - 1]?.text.toLowerCase() ?? '');
  return { text: name, start, opens: opens && isFirst, before };
}

/** The index of the last word of a run: capitals side by side, with particles between. */
function lastOf(text: string, words: readonly Word[], first: number): number {
  let last = first;
  for (;;) {
    let next = last + 1;
    while (
      next - last <= mostParticles &&
      isJoined(text, words, next - 1) &&
      particle.test(words[next]!.text)
    )
      next++;
    if (!isJoined(text, words, next - 1) || !isCapitalized(words[next]!)) return last;
    last = next;
  }
}

/** Whether a word and the next stand side by side in a sentence. */
function isJoined(text: string, words: readonly Word[], index: number): boolean {
  const [one, next] = [words[index]!, words[index + 1]];
  if (!next) return false;
  const between = text.slice(one.end, next.start);
  return /^ ?['’-]?$/.test(between) || (one.text.length === 1 && /^\. ?$/.test(between));
}

function opensSentence(text: string, word: Word, before: Word | undefined): boolean {
  const gap = text.slice(before?.end ?? 0, word.start);
  if (!before || /[\n?!:…“"„‘(]/.test(gap)) return true;
  return gap.includes('.') && !title.test(before.text) && before.text.length > 1;
}

function isCapitalized({ text }: Word): boolean {
  return /^\p{Lu}|['’-]\p{Lu}/u.test(text);
}
