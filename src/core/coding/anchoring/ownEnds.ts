import { ownLength, type TrackedRange } from '../../text/edits';
import type { Range } from '../../text/range';
import { hasWord } from '../../text/words';

/** What is put in the place of words at an end of a passage is not longer than this, in UTF-16 units... */
const longestReplaced = 40;
/** ...or than so many times what is left of the passage, and does not begin or end other lines. */
const mostGrowth = 0.5;
/** The least that parts a mark or a space at an end from the words it belonged to, in UTF-16 units. */
const leastGap = 16;

/** A piece of this length at an end, in UTF-16 units, which so much parts from the others, is there by chance. */
const leastPiece = 16;

/**
 * A passage without what came to stand at its ends: other text of which the passage holds on to no more than a
 * mark or a space behind it, or so much of it that it cannot be a replacement.
 * @param isSeen whether the edits that made it were seen, so that words which are parted from it are its own
 */
export function withOwnEnds(text: string, passage: TrackedRange, isSeen = false): TrackedRange {
  const own = [...passage.own];
  const most = Math.max(longestReplaced, mostGrowth * ownLength(passage));
  const isStray = (piece: Range, gap: number) => {
    if (own.length === 1 || gap < leastGap) return false;
    const isChance = !isSeen && gap > most && piece.end - piece.start < leastPiece;
    return isChance || !hasWord(text.slice(piece.start, piece.end));
  };
  while (isStray(own.at(-1)!, own.at(-1)!.start - (own.at(-2)?.end ?? 0))) own.pop();
  while (isStray(own[0]!, (own[1]?.start ?? 0) - own[0]!.end)) own.shift();
  const [first, last] = [own[0]!.start, own.at(-1)!.end];
  const isReplacement = (from: number, to: number) =>
    to - from <= most && !text.slice(from, to).trim().includes('\n');
  const start =
    first === passage.own[0]!.start && isReplacement(passage.start, first) ? passage.start : first;
  const end = last === passage.own.at(-1)!.end && isReplacement(last, passage.end) ? passage.end : last;
  return { start, end, own };
}
