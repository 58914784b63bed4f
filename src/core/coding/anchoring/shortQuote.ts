import type { Range } from '../../text/range';
import { sameWords } from '../../text/words';
import type { Selected } from './context';

/** Words below this length, in UTF-16 units, stand anywhere: what stands around them tells which ones they are. */
const telling = 16;
/** How much must stand on either side of them as it stood, in UTF-16 units... */
const leastSide = 4;
/** ...and how much on one of the two. */
const leastOneSide = 12;
/** Words that stand nowhere else are held by this much on one side alone, where it is all that stood there. */
const leastHeld = 24;
/** Context of this length, in UTF-16 units, that stands near them twice was copied, and they with it. */
const leastCopied = 24;
/** How near to them a copy of them, in UTF-16 units, may as well be they. */
const near = 32;

/**
 * Whether a place has the words of a short passage but not what stood beside it, or has them beside it once more: a
 * word that was put in the place of others, or a copy, looks like that too. Long ones are never in doubt.
 * @param place where the words are said, in a text
 * @param selected the passage with what stood around it
 */
export function isDoubtful(
  text: string,
  { start, end }: Range,
  { quote, prefix, suffix }: Selected,
): boolean {
  if (quote.length >= telling) return false;
  const most = 2 * Math.max(prefix.length, suffix.length);
  const beside = {
    before: sameWords(text.slice(Math.max(0, start - most), start)),
    after: sameWords(text.slice(end, end + most)),
  };
  const was = { before: sameWords(prefix), after: sameWords(suffix) };
  const before = commonLength(reversed(was.before), reversed(beside.before));
  const after = commonLength(was.after, beside.after);
  const isAlone =
    before < Math.min(leastSide, was.before.length) || after < Math.min(leastSide, was.after.length);
  const isHeld =
    Math.max(before === was.before.length ? before : 0, after === was.after.length ? after : 0) >= leastHeld;
  if (
    (isAlone && !(isHeld && isOnce(text, quote) && !isInHead(text, start))) ||
    Math.max(before, after) < Math.min(leastOneSide, Math.max(was.before.length, was.after.length))
  ) {
    return true;
  }
  const words = sameWords(quote);
  const isNewIn = (now: string, then: string) =>
    words.length >= leastSide && now.includes(words) && !then.includes(words);
  const around = beside.before + words + beside.after;
  const own = was.before + words + was.after;
  const isRepeated = (part: string) =>
    part.length === leastCopied && around.split(part).length > Math.max(2, own.split(part).length);
  if (isRepeated(was.before.slice(-leastCopied)) || isRepeated(was.after.slice(0, leastCopied))) return true;
  return isNewIn(beside.before.slice(-near), was.before) || isNewIn(beside.after.slice(0, near), was.after);
}

/** Front matter has one word under the other, and each may be any other's. */
function isInHead(text: string, at: number): boolean {
  return /^---[ \t]*\n/.test(text) && at < text.indexOf('\n---', 3);
}

function isOnce(text: string, words: string): boolean {
  return text.indexOf(words) === text.lastIndexOf(words);
}

function reversed(text: string): string[] {
  return [...text].reverse();
}

function commonLength(some: ArrayLike<string>, others: ArrayLike<string>): number {
  let length = 0;
  while (length < some.length && some[length] === others[length]) length++;
  return length;
}
