/** Words that one language says all the time and the others hardly. */
const words: Readonly<Record<string, readonly string[]>> = {
  nl: [
    'het',
    'een',
    'niet',
    'dat',
    'van',
    'voor',
    'maar',
    'ook',
    'wel',
    'wij',
    'zijn',
    'naar',
    'jullie',
    'ik',
  ],
  en: [
    'the',
    'and',
    'that',
    'you',
    'with',
    'they',
    'have',
    'this',
    'but',
    'would',
    'are',
    'not',
    'what',
    'it',
  ],
  de: [
    'und',
    'nicht',
    'das',
    'ist',
    'wir',
    'ich',
    'auch',
    'eine',
    'mit',
    'aber',
    'auf',
    'sie',
    'dass',
    'der',
  ],
  fr: [
    'les',
    'des',
    'est',
    'que',
    'pas',
    'une',
    'vous',
    'nous',
    'pour',
    'avec',
    'mais',
    'dans',
    'qui',
    'sont',
  ],
};
const fewest = 5;
/** Of the words that tell, so much must be of one language. */
const share = 0.6;
const sample = 50_000;

const languageOf = new Map(Object.entries(words).flatMap(([tag, own]) => own.map((word) => [word, tag])));

/** The language that a transcript is in, by its commonest words; undefined where they do not tell. */
export function guessLanguage(text: string): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [word] of text
    .slice(0, sample)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    const tag = languageOf.get(word);
    if (tag === undefined) continue;
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
    all++;
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= fewest && first[1] >= all * share ? first[0] : undefined;
}
