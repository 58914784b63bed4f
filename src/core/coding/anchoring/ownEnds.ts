import { ownLength, type TrackedRange } from '../../text/edits';
import type { Range } from '../../text/range';
import { hasWord } from '../../text/words';

/** Words of this length, in UTF-16 units, that part a piece at an end from the others are no replacement... */
const longestParting = 40;
/** What is put in the place of words at the ends of a passage is not longer than this, in UTF-16 units... */
const longestReplaced = 24;
/** ...or than so many times what is left of the passage, or than all that is, and does not begin or end other lines. */
const mostGrowth = 0.5;
/** The least that parts a mark or a space at an end from the words it belonged to, in UTF-16 units. */
const leastGap = 16;

/**
 * A piece of this length at an end, in UTF-16 units, which so much parts from the others, or so many times as much as
 * its own length, is there by chance.
 */
const leastPiece = 16;
const mostParted = 2;

/**
 * A passage without what came to stand at its ends: other text of which the passage holds on to no more than a
 * mark or a space behind it, or so much of it that it cannot be a replacement.
 * @param isSeen whether the edits that made it were seen, so that words which are parted from it are its own
 */
export function withOwnEnds(text: string, passage: TrackedRange, isSeen = false): TrackedRange {
  const own = [...passage.own];
  const mostParting = Math.max(longestParting, mostGrowth * ownLength(passage));
  const isStray = (piece: Range, gap: number) => {
    if (own.length === 1 || gap < leastGap) return false;
    const length = piece.end - piece.start;
    const isChance = !isSeen && length < leastPiece && gap > Math.min(mostParting, mostParted * length);
    return isChance || !hasWord(text.slice(piece.start, piece.end));
  };
  while (isStray(own.at(-1)!, own.at(-1)!.start - (own.at(-2)?.end ?? 0))) own.pop();
  while (isStray(own[0]!, (own[1]?.start ?? 0) - own[0]!.end)) own.shift();
  const [first, last] = [own[0]!.start, own.at(-1)!.end];
  const length = ownLength(passage);
  const most = Math.min(length, Math.max(longestReplaced, mostGrowth * length));
  const isReplacement = (from: number, to: number, before: number) =>
    before + to - from <= most && !text.slice(from, to).trim().includes('\n');
  const start =
    first === passage.own[0]!.start && isReplacement(passage.start, first, 0) ? passage.start : first;
  const isEnd = last === passage.own.at(-1)!.end && isReplacement(last, passage.end, first - start);
  const end = isEnd ? passage.end : last;
  return { start, end, own };
}

/** Words of this length, in UTF-16 units, that stood beside a passage did not come into it by chance. */
const leastBeside = 8;

/** A passage without what stood beside it before, and what is behind that: a match there is of other words. */
export function withoutContext(
  text: string,
  passage: TrackedRange,
  { prefix, suffix }: { readonly prefix: string; readonly suffix: string },
): TrackedRange {
  const own = [...passage.own];
  let { start, end } = passage;
  for (let index = own.length - 1; index >= 0; index--) {
    const [from, to] = [own[index]!.end, own[index + 1]?.start ?? end];
    if (!hasPart(text.slice(from, to), suffix)) continue;
    own.splice(index + 1);
    end = from;
  }
  for (let index = 0; index < own.length; index++) {
    const [from, to] = [own[index - 1]?.end ?? start, own[index]!.start];
    if (!hasPart(text.slice(from, to), prefix)) continue;
    own.splice(0, index);
    index = 0;
    start = to;
  }
  return { start, end, own };
}

function hasPart(text: string, words: string): boolean {
  for (let at = 0; at + leastBeside <= words.length; at++) {
    if (text.includes(words.slice(at, at + leastBeside))) return true;
  }
  return false;
}
