import { Pair, Scalar, YAMLMap } from 'yaml';

/** A key, and a value that begins with a letter, or a date: YAML takes either as the text that it is. */
const plainLine =
  /^([a-z]+): ([A-Za-z\u00c0-\u024f](?:[\w\u00c0-\u024f.,()'/-]| (?=[^ ]))*|\d{4}-\d\d-\d\d)$/;
/** The words that YAML takes for something else. */
const notText = /^(?:null|true|false)$/i;

/**
 * The mapping that a text in YAML is, where every line of it is a key and a plain value: what the front matter of
 * nearly all transcripts is, for which a parser takes many times as long. The same as a parser gives, without styles.
 * @returns undefined where the text is anything else
 */
export function plainMapping(text: string): YAMLMap<Scalar, Scalar> | undefined {
  const mapping = new YAMLMap<Scalar, Scalar>();
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const next = Math.min(end + 1, text.length);
    const [, key, value] = plainLine.exec(text.slice(start, end)) ?? [];
    if (key === undefined || value === undefined || notText.test(key) || notText.test(value))
      return undefined;
    const keyEnd = start + key.length;
    mapping.items.push(
      new Pair(scalarAt(key, [start, keyEnd, keyEnd]), scalarAt(value, [end - value.length, end, next])),
    );
    start = next;
  }
  mapping.range = [0, text.length, text.length];
  return mapping.items.length > 0 ? mapping : undefined;
}

function scalarAt(text: string, range: [number, number, number]): Scalar {
  const scalar = new Scalar(text);
  scalar.source = text;
  scalar.range = range;
  return scalar;
}
