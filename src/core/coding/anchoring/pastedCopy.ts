import type { TextEdit } from '../../text/edits';
import type { Range } from '../../text/range';
import { timesSaid } from '../../text/words';

/** Words of this length, in UTF-16 units, are not pasted by chance as a part of others... */
const leastTelling = 16;
/** ...and those of this length not alone; shorter ones are typed. */
const leastPasted = 8;

/** What an edit took away, and where in it a passage stood. */
export interface CutWords {
  readonly words: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * Where a passage stands again whose cut words an edit puts somewhere, in the text after all edits. Where these stood
 * elsewhere too, or still do, what was put may be a copy of others that say the same.
 * @param isCutNow whether the edits themselves cut the words, which stand in the text before then
 */
export function pastedCopy(
  { before, after }: { readonly before: string; readonly after: string },
  edits: readonly TextEdit[],
  cut: CutWords,
  isCutNow: boolean,
): Range | undefined {
  const words = cut.words.trim();
  if (words.length < leastPasted) return undefined;
  const lead = cut.words.length - cut.words.trimStart().length;
  const found: Range[] = [];
  let shift = 0;
  for (const { start, end, text } of edits) {
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
      if (words.length < leastTelling && text.trim() !== words) continue;
      const from = start + shift + at + cut.offset - lead;
      found.push({ start: from, end: from + cut.length });
    }
    shift += text.length - (end - start);
  }
  const [only] = found;
  if (!only || found.length > 1 || only.start < 0 || only.end > after.length) return undefined;
  const isOwn = timesSaid(before, words, 2) === (isCutNow ? 1 : 0) && timesSaid(after, words, 2) === 1;
  return isOwn ? only : undefined;
}
