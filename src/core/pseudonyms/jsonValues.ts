import type { Range } from '../text/range';

/** A text or number in a line of JSON, with its place. */
export interface JsonValue extends Range {
  /** Its key where it stands in the line's own object; undefined further inside. */
  readonly key: string | undefined;
  readonly value: string | number;
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\]:,]/gs;

/** The texts and numbers of a line that is valid JSON, without the keys, in order. */
export function jsonValues(line: string): JsonValue[] {
  const values: JsonValue[] = [];
  let depth = 0;
  let key: string | undefined;
  for (const { 0: token, index: start } of line.matchAll(tokens)) {
    const last = values.at(-1);
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (token === ',') key = undefined;
    else if (token === ':') {
      if (depth === 1) key = String(last!.value);
      values.pop();
    } else
      values.push({
        start,
        end: start + token.length,
        key: depth === 1 ? key : undefined,
        value: JSON.parse(token),
      });
  }
  return values;
}

/** The line with other texts and numbers in it; everything else stays as it is written. */
export function changeJsonValues(line: string, change: (value: JsonValue) => string | number): string {
  let result = '';
  let at = 0;
  for (const value of jsonValues(line)) {
    const changed = change(value);
    if (changed === value.value) continue;
    result += line.slice(at, value.start) + JSON.stringify(changed);
    at = value.end;
  }
  return result + line.slice(at);
}
