/** The fonts of pictures, in the order of preference; the last is there everywhere. */
export const fontFamily =
  'Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif';

/** How wide a text is about, in pixels: no font is at hand to measure, and readers have different ones. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

function widthOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code > 0x2e7f) return 1;
  if (/[iljtfrI.,:;'’|()[\] ]/.test(character)) return 0.33;
  if (/[mwMW@%]/.test(character)) return 0.88;
  return /\p{Lu}/u.test(character) ? 0.69 : 0.57;
}

/** A text on lines of at most a width; what does not fit on so many lines ends in an ellipsis. */
export function wrap(text: string, width: number, size: number, mostLines: number): string[] {
  const fits = (line: string) => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  let last = [...kept.at(-1)!];
  while (last.length > 0 && !fits(`${last.join('')}…`)) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`];
}

/** A word in pieces that fit, with hyphens where it had to be cut. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const result: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(`${piece}${character}-`)) {
      result.push(`${piece}-`);
      piece = '';
    }
    piece += character;
  }
  return [...result, piece];
}

/** The width that the widest of some texts needs, within bounds. */
export function widest(texts: readonly string[], size: number, least: number, most: number): number {
  const widths = texts.map((text) => Math.ceil(textWidth(text, size)));
  return Math.min(most, Math.max(least, ...widths));
}

/** A text that can stand in XML: what no document may hold is shown as a replacement character. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
