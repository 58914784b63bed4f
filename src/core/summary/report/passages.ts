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

/** The passages of each code, numbered through in the order of the quotes. */
export function passagesByCode(quotes: readonly Quote[]): ReadonlyMap<string, readonly Passage[]> {
  let number = 0;
  const passageOf = (codings: readonly Quote[]): Passage => ({
    number: ++number,
    codings,
    first: codings[0]!,
    starred: codings.some(({ star }) => star),
  });
  const byCode = groupBy(quotes, ({ code }) => code);
  return new Map(
    [...byCode].map(([code, own]) => [code, [...groupBy(own, passageKey).values()].map(passageOf)]),
  );
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

/** The words of what has a place are those of the place. */
function passageKey({ transcript, start, end, line, text, anchor }: Quote): string {
  return JSON.stringify([transcript, start, end, line === null ? text : null, anchor]);
}

/** Tells respondents apart: participants' codes are given per organization. */
export function respondentOf({ organization, participant, transcript }: Quote): string {
  return JSON.stringify(participant === null ? [transcript] : [organization, participant]);
}
