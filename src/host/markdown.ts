/**
 * Text from a study as Markdown that shows just that text: no formatting, links, icons or commands. Unlike
 * `MarkdownString.appendText` it leaves the spaces, so that long lines wrap between words.
 */
export function plainMarkdown(text: string): string {
  return text
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (mark) => entities[mark] ?? `\\${mark}`)
    .replace(/\s*\n\s*/g, '  \n');
}

/** Marks that mean something to the editor before, or in spite of, a backslash. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '&#36;' };
