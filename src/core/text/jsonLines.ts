import type { Range } from './range';

/** A line of a JSON Lines file: the object on it, or why there is none. */
export type JsonLine = { readonly line: Range } & (
  | { readonly record: Readonly<Record<string, unknown>>; readonly fault?: undefined }
  | { readonly record?: undefined; readonly fault: 'conflict' | 'not-json' }
);

/**
 * The lines of a JSON Lines text that are not blank, each with its place; lines that git left in a conflict too.
 * @param from the offset of the first line that is wanted
 */
export function* jsonLines(text: string, from = 0): Generator<JsonLine> {
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const source = text.slice(start, end);
    const record = recordOf(source);
    if (record) yield { line: { start, end }, record };
    else if (source.trim() !== '') yield { line: { start, end }, fault: faultOf(source) };
    start = end + 1;
  }
}

function faultOf(source: string): 'conflict' | 'not-json' {
  return /^(?:<{7}|={7}|>{7}|\|{7})/.test(source) ? 'conflict' : 'not-json';
}

function recordOf(source: string): Record<string, unknown> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return undefined;
  }
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : undefined;
}

/** True for an offset of a text. */
export function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
