import search from 'approx-string-match';
import { placesOf } from '../../text/places';
import type { Range } from '../../text/range';
import { contextFit, leastContext, type Selected } from './context';

/** The most differences between a quote and an edited copy of it, as a share of its length. */
const mostErrors = 0.35;
/** Words of this length, in UTF-16 units, lead to a place; shorter ones lead to too many. */
const seedLength = 16;
/** The most places that one seed leads to. */
const mostPlaces = 12;
/** How near to each other, in UTF-16 units, the ends of two places are that are one; of a short quote, nearer. */
const nearest = 4;
/** Words that are more than one part in so many of a text stand everywhere in it. */
const mostOfText = 8;
/** What is longer is found by its ends, in UTF-16 units: an approximate search would take too long. */
const longestSearched = 2000;

/** Where in a text a coding's passage may stand: places that hold its quote, a part of it or its context. */
export function candidatesOf(text: string, coding: Selected): Range[] {
  const { quote, prefix, suffix } = coding;
  const { length } = quote;
  const found: Range[] = [];
  for (const start of exactCopies(text, coding)) found.push({ start, end: start + length });
  const startsAt = (start: number) => found.push({ start, end: start + length });
  const endsAt = (end: number) => found.push({ start: end - length, end });
  for (const at of places(text, prefix.slice(-seedLength)))
    startsAt(at + Math.min(prefix.length, seedLength));
  for (const at of places(text, prefix.slice(0, seedLength))) startsAt(at + prefix.length);
  for (const at of places(text, suffix.slice(0, seedLength))) endsAt(at);
  for (const at of places(text, suffix.slice(-seedLength)))
    endsAt(at - Math.max(0, suffix.length - seedLength));
  if (length > seedLength) {
    for (const at of places(text, quote.slice(0, seedLength))) startsAt(at);
    for (const at of places(text, quote.slice(-seedLength))) endsAt(at + seedLength);
  }
  if (length <= longestSearched && length >= 4) {
    if (text.includes(quote)) for (const at of places(text, quote)) startsAt(at);
    else if (!isEverywhere(text, quote)) found.push(...alike(text, quote));
  }
  return apart(found, text.length, Math.min(nearest, Math.ceil(length / nearest)));
}

/** The first of the places whose words are most like a quote. */
function alike(text: string, quote: string): Range[] {
  return search(text, quote, Math.floor(quote.length * mostErrors)).slice(0, mostPlaces);
}

/**
 * Whether a text is made of words like a part of a quote, such as `ja ja ja`: something like the quote stands at each
 * of its places then, and to find where each begins would take minutes.
 */
function isEverywhere(text: string, quote: string): boolean {
  const length = quote.length < seedLength ? 4 : seedLength;
  const most = Math.floor(text.length / (mostOfText * length));
  const isPartEverywhere = (from: number) =>
    [...placesOf(text, quote.slice(from, from + length), most + 1)].length > most;
  for (let from = 0; from + length <= quote.length; from += length) if (isPartEverywhere(from)) return true;
  return quote.length > length && isPartEverywhere(quote.length - length);
}

/** Copies in their context: of many, the first, and some that do not overlap. Two that do not tell as much as all. */
function* exactCopies(text: string, coding: Selected): Generator<number> {
  const { quote } = coding;
  let copies = 0;
  for (let at = text.indexOf(quote); at !== -1 && copies < 2 * mostPlaces; ) {
    const isCopy = contextFit(text, at, coding) >= leastContext;
    if (isCopy) yield at;
    if (isCopy) copies++;
    at = text.indexOf(quote, at + (isCopy && copies >= mostPlaces ? quote.length : 1));
  }
}

function places(text: string, words: string): Generator<number> {
  return placesOf(text, words, mostPlaces);
}

/** Without those that begin and end nearly where another does. */
function apart(ranges: readonly Range[], length: number, near: number): Range[] {
  const kept: Range[] = [];
  for (const { start, end } of ranges) {
    const range = { start: Math.max(0, start), end: Math.min(length, end) };
    const isNear = (other: Range) =>
      Math.abs(other.start - range.start) < near && Math.abs(other.end - range.end) < near;
    if (!kept.some(isNear)) kept.push(range);
  }
  return kept;
}
