/** A part of a labelled text: what it is, in which language where it is said, and the words. */
export interface Labelled {
  readonly label: string;
  readonly language?: string | undefined;
  readonly text: string;
}

/**
 * Parts as one text that people and programs can read: `Label: words` or `Label [nl]: words`, each on
 * a line of its own; further lines of the words begin with two spaces.
 */
export function writeLabelled(parts: readonly Labelled[]): string {
  return parts
    .map(({ label, language, text }) => {
      const head = language === undefined ? label : `${label} [${language}]`;
      return `${head}: ${text.replaceAll('\n', '\n  ')}`;
    })
    .join('\n');
}
