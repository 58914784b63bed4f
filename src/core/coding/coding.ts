import type { Range } from '../text/range';

/**
 * A quote that a coder gave a code: where it stood in the transcript (UTF-16 offsets of the text with `\n`
 * line ends and no byte order mark, end exclusive) and its words with up to 32 characters of context on
 * either side (W3C Web Annotation: TextPositionSelector and TextQuoteSelector).
 */
export interface Coding extends Range {
  readonly id: string;
  readonly code: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly memo?: string;
  /** True where its coder chose it as a quote to show; left out otherwise. */
  readonly star?: true;
  /** The ids of the codings that this one was made from, when coders settled what they differed on. */
  readonly from?: readonly string[];
  /** What tells the code's definition at the time from later ones: see `definitionMark`. */
  readonly defined?: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What tells a coding from others without its passage: enough to hold logs against each other. */
export type CodingMark = Pick<Coding, 'id' | 'by'>;

/**
 * How a coding holds on to its transcript: `exact` where it was made, `moved` with the same words elsewhere,
 * `edited` with changed words, `ambiguous` or `orphan` where its own words are not to be told or gone.
 */
export type Anchor = 'exact' | 'moved' | 'edited' | 'ambiguous' | 'orphan';

/** A coding of one transcript with the place where it now stands; an orphan keeps its old offsets. */
export interface AnchoredCoding {
  readonly coding: Coding;
  readonly start: number;
  readonly end: number;
  readonly anchor: Anchor;
}

/** True where the coding has a place in the text as it now is. */
export function isPlaced({ anchor }: Pick<AnchoredCoding, 'anchor'>): boolean {
  return anchor === 'exact' || anchor === 'moved' || anchor === 'edited';
}

const contextLength = 32;

/** The quote and its context for a range of a text. Context is not cut inside an astral character. */
export function selectQuote(
  text: string,
  range: Range,
): Pick<Coding, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'> {
  let from = Math.max(0, range.start - contextLength);
  if (isLowSurrogate(text, from)) from++;
  let to = Math.min(text.length, range.end + contextLength);
  if (isLowSurrogate(text, to)) to--;
  return {
    start: range.start,
    end: range.end,
    quote: text.slice(range.start, range.end),
    prefix: text.slice(from, range.start),
    suffix: text.slice(range.end, Math.max(to, range.end)),
  };
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
