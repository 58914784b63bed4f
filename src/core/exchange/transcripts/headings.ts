import type { TextEdit } from '../../text/edits';
import { isSpeaker, labelText, speakerName } from './labelText';
import { parseTime } from './times';

const space = String.raw`[^\S\n]`;
const time = String.raw`(?:\d{1,2}:)?\d{1,3}:\d{2}`;

/**
 * `Anna de Vries   0:03` or `0:03 Anna de Vries` on a line of its own, as Teams and others write. What comes after
 * white space is never white space itself, so that a long line of it costs no more than its length.
 */
const heading = new RegExp(
  [
    `^${space}*(?:`,
    String.raw`(?<name>\p{L}[^:\n\t]{0,60}?)(?<=\S)`,
    String.raw`(?:${space}{2,}|\t${space}*|${space}*[[(]${space}*)(?<after>${time})[\])]?`,
    '|',
    String.raw`[[(]?(?<before>${time})[\])]?${space}+(?<last>\p{Lu}[^:\n\t?!]{0,60}?)`,
    String.raw`)${space}*(?:\n\s*|$)`,
  ].join(''),
  'gmu',
);

/**
 * Makes labels of lines that say who speaks and from when, with what is said below them. A single such line may be
 * a heading, so there must be several, and one of the names must come back.
 */
export function headingEdits(text: string): TextEdit[] {
  const found: (TextEdit & { readonly name: string })[] = [];
  heading.lastIndex = 0;
  for (let match = heading.exec(text); match; match = heading.exec(text)) {
    const { name, after, before, last } = match.groups!;
    const given = (name ?? last)!.trim();
    if (given.endsWith('.') || !isSpeaker(given, true, true)) continue;
    const speaker = speakerName(given, true);
    const seconds = parseTime((after ?? before)!);
    const range = { start: match.index, end: match.index + match[0].length };
    found.push({ ...range, text: `${labelText(speaker, seconds)} `, name: speaker });
  }
  const comesBack = new Set(found.map(({ name }) => name)).size < found.length;
  return comesBack ? found : [];
}
