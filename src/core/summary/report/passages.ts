import { groupBy } from '../groupBy';
import type { Quote } from '../model';

/** A passage with a code, by whoever gave it; each has a number in the report, by which it is referred to. */
export interface Passage {
  readonly number: number;
  /** What each coder made of it, at least one. */
  readonly codings: readonly Quote[];
  readonly first: Quote;
  readonly starred: boolean;
}

/** The passages of each code, numbered through in the order of the quotes, where what stands in one place is together. */
export function passagesByCode(quotes: readonly Quote[]): ReadonlyMap<string, readonly Passage[]> {
  let number = 0;
  const passageOf = (codings: readonly Quote[]): Passage => ({
    number: ++number,
    codings,
    first: codings[0]!,
    starred: codings.some(({ star }) => star),
  });
  const byCode = groupBy(quotes, ({ code }) => code);
  return new Map([...byCode].map(([code, own]) => [code, passagesIn(own).map(passageOf)]));
}

/** Quotes of one code, with those together that are of one passage. */
function passagesIn(quotes: readonly Quote[]): Quote[][] {
  const passages: Quote[][] = [];
  let firstHere = 0;
  for (const quote of quotes) {
    const here = passages[firstHere]?.[0];
    if (here && !isInOnePlace(here, quote)) firstHere = passages.length;
    let same = firstHere;
    while (same < passages.length && !isOnePassage(passages[same]![0]!, quote)) same++;
    if (same < passages.length) passages[same]!.push(quote);
    else passages.push([quote]);
  }
  return passages;
}

function isInOnePlace(a: Quote, b: Quote): boolean {
  return a.start === b.start && a.end === b.end && a.transcript === b.transcript;
}

/** The words of what has a place are those of the place. */
function isOnePassage(a: Quote, b: Quote): boolean {
  const isLost = a.line === null || b.line === null;
  return a.anchor === b.anchor && (isLost ? a.line === b.line && a.text === b.text : true);
}

/** The passage of each coding, by its id, and by those that a coding by consensus was made from. */
export function passagesById(byCode: ReadonlyMap<string, readonly Passage[]>): ReadonlyMap<string, Passage> {
  const byId = new Map<string, Passage>();
  for (const passage of [...byCode.values()].flat()) {
    for (const { id, from } of passage.codings) {
      for (const one of [id, ...from]) if (!byId.has(one)) byId.set(one, passage);
    }
  }
  return byId;
}

/**
 * Tells the respondents of quotes apart: participants' codes are given per organization. Quotes of one transcript are of
 * one respondent, so that a key is made once for each transcript.
 */
export function respondentKeys(): (quote: Quote) => string {
  const known = new Map<string, { readonly of: Quote; readonly key: string }>();
  return (quote) => {
    const { organization, participant, transcript } = quote;
    const before = known.get(transcript);
    if (before?.of.participant === participant && before.of.organization === organization) return before.key;
    const key = JSON.stringify(participant === null ? [transcript] : [organization, participant]);
    known.set(transcript, { of: quote, key });
    return key;
  };
}
