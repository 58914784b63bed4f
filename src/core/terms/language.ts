/** Languages of terms and transcripts, compared by their primary subtag (`nl-NL` is `nl`). */

/** The primary subtag of a language tag, in lower case. */
export function primaryLanguage(tag: string | undefined): string | undefined {
  return tag?.split(/[-_]/, 1)[0]?.toLowerCase() || undefined;
}

/** Whether a term of one language applies to a transcript of another; an unknown one goes with every other. */
export function languageApplies(term: string | undefined, transcript: string | undefined): boolean {
  return term === undefined || transcript === undefined || term === transcript;
}
