import type { TextEdit } from '../../text/edits';
import { isSpeaker, labelText, speakerName } from './labelText';
import { parseTime } from './times';

/** `Anna de Vries   0:03` or `0:03 Anna de Vries` on a line of its own, as Teams and others write. */
const heading =
  /^[^\S\n]*(?:(?<name>\p{L}[^:\n\t]{0,60}?)(?:[^\S\n]{2,}|\t|[^\S\n]*[[(])[^\S\n]*(?<after>(?:\d{1,2}:)?\d{1,3}:\d{2})[\])]?|[[(]?(?<before>(?:\d{1,2}:)?\d{1,3}:\d{2})[\])]?(?:[^\S\n]+)(?<last>\p{Lu}[^:\n\t?!]{0,60}?))[^\S\n]*(?:\n\s*|$)/gmu;

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
