/** What a key of a new mapping says: a text, a number, or a list of texts. */
export type FieldValue = string | number | readonly string[];

/** Keys and values of a new mapping, in order. */
export type Fields = readonly (readonly [key: string, value: FieldValue])[];

const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const plain = /^\p{L}[\p{L}\p{M}\p{N} _()’'./+-]*$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a single-quoted text cannot hold.
const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/;

/** True where YAML can hold a line without escapes. */
export function isPrintable(line: string): boolean {
  return !unprintable.test(line);
}

/**
 * A text as YAML on one line that reads as that text in any context: plain where that is safe, else quoted.
 * @param style the style of the scalar in whose place it comes, kept where it was quoted
 */
export function scalarText(text: string, style?: string): string {
  if (unprintable.test(text) || style === 'QUOTE_DOUBLE') return JSON.stringify(text);
  const isPlain = plain.test(text) && !reserved.test(text) && text === text.trim();
  return isPlain && style !== 'QUOTE_SINGLE' ? text : `'${text.replaceAll("'", "''")}'`;
}

/**
 * A text of several lines as a block that keeps them (`|-`), each line of it after `indent`; undefined where it has
 * one line, or would not read as that text.
 */
export function literalText(text: string, indent: string, eol: string): string | undefined {
  const lines = text.split('\n');
  if (lines.length === 1 || lines.some((line) => unprintable.test(line)) || /^\s|\s$/.test(text))
    return undefined;
  return ['|-', ...lines.map((line) => (line === '' ? '' : indent + line))].join(eol);
}

/** A list of texts on one line. */
export function flowList(texts: readonly string[]): string {
  return `[${texts.map((text) => scalarText(text)).join(', ')}]`;
}

/** A new mapping on one line. */
export function flowMapping(fields: Fields): string {
  return `{ ${fields.map(([key, value]) => `${key}: ${valueText(value)}`).join(', ')} }`;
}

/** The lines of a new list item that is a mapping; `gap` stands after its dash. */
export function blockItem(fields: Fields, indent: string, gap = ' '): string[] {
  return fields.map(
    ([key, value], index) =>
      `${indent}${index === 0 ? '-' : ' '}${index === 0 ? gap : gap.replace(/./g, ' ')}${key}: ${valueText(value)}`,
  );
}

function valueText(value: FieldValue): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? scalarText(value) : flowList(value);
}
