/** A text in one language for all readers, or one per language (`{en: …, nl: …}`). */
export type Localized = string | Readonly<Record<string, string>>;

/** The text for a reader of `language`: that language, else English, else whichever comes first. */
export function localize(value: Localized, language: string): string {
  if (typeof value === 'string') return value;
  const texts = Object.entries(value);
  const inLanguage = (wanted: string) =>
    (texts.find(([key]) => key === wanted) ?? texts.find(([key]) => primarySubtag(key) === wanted))?.[1];
  return inLanguage(primarySubtag(language)) ?? inLanguage('en') ?? texts[0]?.[1] ?? '';
}

/** `nl-NL` and `NL` are both `nl` (RFC 5646, primary language subtag). */
export function primarySubtag(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0]!;
}

/** The text in every language that it is in. */
export function textsOf(text: Localized): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}
