import type { TrackedRange } from '../../text/edits';
import { hasWord } from '../../text/words';

/** What is put in the place of words at an end of a passage is not longer than this, in UTF-16 units... */
const longestReplaced = 40;
/** ...or than so many times what is left of the passage, and does not begin or end other lines. */
const mostGrowth = 0.5;
/** The least that parts a mark or a space at an end from the words it belonged to, in UTF-16 units. */
const leastGap = 16;

/**
 * A passage without what came to stand at its ends: other text of which the passage holds on to no more than a
 * mark or a space behind it, or so much of it that it cannot be a replacement.
 */
export function withOwnEnds(text: string, passage: TrackedRange): TrackedRange {
  const own = [...passage.own];
  let { start, end } = passage;
  const isStray = (at: number, gap: number) =>
    own.length > 1 && gap >= leastGap && !hasWord(text.slice(own.at(at)!.start, own.at(at)!.end));
  while (isStray(-1, (own.at(-1)?.start ?? 0) - (own.at(-2)?.end ?? 0))) {
    own.pop();
    ({ end } = own.at(-1)!);
  }
  while (isStray(0, (own[1]?.start ?? 0) - (own[0]?.end ?? 0))) {
    own.shift();
    ({ start } = own[0]!);
  }
  const left = own.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  const most = Math.max(longestReplaced, mostGrowth * left);
  const isReplacement = (from: number, to: number) =>
    to - from <= most && !text.slice(from, to).trim().includes('\n');
  if (!isReplacement(start, own[0]!.start)) ({ start } = own[0]!);
  if (!isReplacement(own.at(-1)!.end, end)) ({ end } = own.at(-1)!);
  return { start, end, own };
}
