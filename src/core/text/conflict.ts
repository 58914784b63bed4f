import type { Range } from './range';

/** The parts of a text that git left in a conflict: from `<<<<<<<` to the end of the line with `>>>>>>>`. */
export function conflictsIn(text: string): Range[] {
  if (!text.includes('<<<<<<<')) return [];
  const found: Range[] = [];
  let start: number | undefined;
  let hasMiddle = false;
  for (const { index, 0: line } of text.matchAll(/^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?)$/gm)) {
    if (line.startsWith('<')) {
      start = index;
      hasMiddle = false;
    } else if (line.startsWith('=')) hasMiddle = true;
    else if (start !== undefined && hasMiddle) {
      found.push({ start, end: index + line.length });
      start = undefined;
    }
  }
  return found;
}
