/** The forms in which editors and systems may save letters that have marks. */
export const normalForms = ['NFC', 'NFD'] as const;
type NormalForm = (typeof normalForms)[number];

/** Where the lines of a text begin, in the text itself and in one of its normal forms. */
interface LineStarts {
  readonly text: string;
  readonly starts: readonly number[];
  readonly normalized: readonly number[];
}

/** Of the last text that was asked about: many offsets are asked of one text. */
const last = new Map<NormalForm, LineStarts>();

/** How many UTF-16 units the part of a text before an offset has in a normal form. */
export function normalizedLength(text: string, offset: number, form: NormalForm): number {
  const { starts, normalized } = linesOf(text, form);
  let [line, above] = [0, starts.length];
  while (above - line > 1) {
    const middle = (line + above) >> 1;
    if (starts[middle]! <= offset) line = middle;
    else above = middle;
  }
  return normalized[line]! + lengthIn(form, text.slice(starts[line], offset));
}

function linesOf(text: string, form: NormalForm): LineStarts {
  const known = last.get(form);
  if (known?.text === text) return known;
  const lines = lineStarts(text, form);
  last.set(form, lines);
  return lines;
}

/** No letter is composed over a line end, so that each line can be normalized by itself. */
function lineStarts(text: string, form: NormalForm): LineStarts {
  const [starts, normalized] = [[0], [0]];
  for (let start = 0, length = 0; ; ) {
    const next = text.indexOf('\n', start) + 1;
    if (next === 0) return { text, starts, normalized };
    length += lengthIn(form, text.slice(start, next));
    starts.push(next);
    normalized.push(length);
    start = next;
  }
}

/** The length of a text in a normal form; letters without marks, which most lines are made of, are the same in all. */
function lengthIn(form: NormalForm, text: string): number {
  return /[^\0-\x7f]/.test(text) ? text.normalize(form).length : text.length;
}
