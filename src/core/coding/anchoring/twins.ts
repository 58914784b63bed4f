import { placesOf } from '../../text/places';
import type { Range } from '../../text/range';
import { sameWords } from '../../text/words';
import { selectQuote } from '../coding';
import { commonPrefix } from './context';
import { commonLength } from './repeats';

/** How far around a place it is looked how much it is like another, in UTF-16 units. */
const widest = 1200;
/** Of more than this that a text says alike, nothing tells one from all others. */
const mostTwins = 32;
/** Words below this length, in UTF-16 units, stand anywhere... */
const telling = 16;
/** ...and are looked for with so much of what stands on either side. */
const beside = 5;

/** A text before and after, as they are or as they compare. */
interface Texts {
  readonly before: string;
  readonly after: string;
}

/** What a text says on both sides of a place, from there on. */
interface Sides {
  readonly behind: string;
  readonly ahead: string;
}

/**
 * Whether the text before says a passage in another place too, and where it may be now more stands as it stood around
 * that one: the two changed places, or were edited as if they had. Of one that the text says less often than before,
 * something must tell that it is not the other one.
 * @param place where the passage may be in the text after
 */
export function isLikeTwin(texts: Texts, said: Texts, passage: Range, place: Range): boolean {
  if (isAsItStood(texts, passage, place)) return false;
  const { lead, words, tail } = wanted(texts.before, passage);
  // One more than are looked at tells that there are too many.
  const found = [...placesOf(said.before, lead + words + tail, mostTwins + 1)];
  if (found.length < 2) return false;
  if (found.length > mostTwins) return true;
  const own = sidesOf(texts.before, passage);
  const there = sidesOf(texts.after, place);
  const twins = found
    .map((at) => ({ start: at + lead.length, end: at + lead.length + words.length }))
    .map((range) => sidesOf(said.before, range))
    .filter((sides) => !isSame(sides, own));
  const asItStood = (sides: Sides) => alike(there, sides, (some, other) => commonPrefix(some, other, 0));
  if (twins.some((sides) => asItStood(sides) > asItStood(own))) return true;
  if ([...placesOf(said.after, lead + words + tail, found.length)].length >= found.length) return false;
  const edited = (sides: Sides) => alike(there, sides, commonLength);
  return twins.some((sides) => edited(sides) >= edited(own));
}

/** Whether a place stands letter by letter as a passage did, as far as it is looked. */
function isAsItStood({ before, after }: Texts, passage: Range, place: Range): boolean {
  const stretch = (text: string, { start, end }: Range) =>
    text.slice(Math.max(0, start - widest), end + widest);
  return stretch(before, passage) === stretch(after, place);
}

/** A passage's words as they compare, short ones with what is right beside them. */
function wanted(text: string, passage: Range): { lead: string; words: string; tail: string } {
  const { quote, prefix, suffix } = selectQuote(text, passage);
  const most = quote.length < telling ? beside : 0;
  return {
    lead: sameWords(prefix.slice(prefix.length - Math.min(most, prefix.length))),
    words: sameWords(quote),
    tail: sameWords(suffix.slice(0, most)),
  };
}

function sidesOf(text: string, { start, end }: Range): Sides {
  const behind = sameWords(text.slice(Math.max(0, start - widest), start));
  return { behind: [...behind].reverse().join(''), ahead: sameWords(text.slice(end, end + widest)) };
}

/** How much two places have in common on both sides. */
function alike(some: Sides, other: Sides, common: (some: string, other: string) => number): number {
  return common(some.behind, other.behind) + common(some.ahead, other.ahead);
}

function isSame(some: Sides, other: Sides): boolean {
  const isPart = (one: string, another: string) => one.startsWith(another) || another.startsWith(one);
  return isPart(some.behind, other.behind) && isPart(some.ahead, other.ahead);
}
