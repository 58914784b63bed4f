/** The longest regular expression, in characters once it is written out: a second for 120 kB at the worst. */
export const longestRegex = 300;

/**
 * How long a regular expression is once its counted repeats are written out: `a{2,4}` as `aaa?a?`. Its engine's
 * time for each character of a text grows with that, so it is bounded before the engine sees it.
 */
export function writtenOutLength(source: string): number {
  const open = [0];
  let last = 0;
  for (const [part, opening, closing, least, most] of source.matchAll(parts)) {
    const groups = open.length - 1;
    if (opening !== undefined) {
      open.push(0);
      last = 0;
    } else if (closing !== undefined && groups > 0) {
      last = open.pop()! + 2;
      open[groups - 1]! += last;
    } else if (least !== undefined) {
      const times = Math.max(Number(least), Number(most || least));
      const optional = times > Number(least) || most === '' ? times : 0;
      open[groups]! += last * Math.max(0, times - 1) + optional;
      last = last * times + optional;
    } else {
      last = /^(?:\\[pPx]|\[)/.test(part) ? 2 : 1;
      open[groups]! += last;
    }
  }
  return open.reduce((sum, length) => sum + length, 0);
}

/** Escapes, classes, groups, counted repeats; any other character by itself. */
const parts =
  /\\[pPx]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|(\((?:\?[^():]*[:>])?)|(\))|\{(\d+)(?:,(\d*))?\}|[\s\S]/gu;
