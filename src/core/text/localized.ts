/** A text in one language for all readers, or one per language (`{en: …, nl: …}`). */
export type Localized = string | Readonly<Record<string, string>>;

/** The text for a reader of `language`: that language, else English, else whichever comes first. */
export function localize(value: Localized, language: string): string {
  if (typeof value === 'string') return value;
  return value[primarySubtag(language)] ?? value.en ?? Object.values(value)[0] ?? '';
}

/** `nl-NL` and `NL` are both `nl` (RFC 5646, primary language subtag). */
export function primarySubtag(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0]!;
}
