/** A part of a labelled text: what it is, in which language where it is said, and the words. */
export interface Labelled {
  readonly label: string;
  readonly language?: string | undefined;
  readonly text: string;
}

/**
 * Parts as one text that people can read and `readLabelled` reads again: `Label: words` or `Label [nl]: words`, each on
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

/** The parts of a text that has these labels; undefined where it does not begin with one of them. */
export function readLabelled(text: string, labels: readonly string[]): Labelled[] | undefined {
  const parts: { label: string; language?: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, label = '', language, words = ''] =
      /^(\p{Lu}[\p{L} ]*)(?: \[([^\]]+)\])?:(?: (.*))?$/su.exec(line) ?? [];
    if (labels.includes(label)) {
      parts.push({ label, ...(language !== undefined && { language }), lines: [words] });
    } else if (parts.length === 0) return undefined;
    else parts.at(-1)!.lines.push(line.startsWith('  ') ? line.slice(2) : line);
  }
  return parts.map(({ lines, ...part }) => ({ ...part, text: lines.join('\n') }));
}
