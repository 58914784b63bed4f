import { isPlaced } from '../coding/coding';
import type { Study } from '../study';
import type { Range } from '../text/range';
import { findOverlaps } from './overlap';

/** A stretch of a transcript that is to be marked. */
export type Mark = Range &
  (
    | { readonly kind: 'coding' | 'hit' | 'negatedHit'; readonly code: string }
    /** Text that several codings share. */
    | { readonly kind: 'overlap'; readonly count: number }
  );

/** Which marks are wanted. */
export interface WantedMarks {
  readonly hits: boolean;
  readonly codings: boolean;
}

/** An editor cannot show more marks than this without becoming slow, and nobody reads so many in one text. */
const mostMarks = 20_000;

/** What a transcript shows: its placed codings with their overlaps, then its term hits, each by place. */
export async function collectMarks(study: Study, path: string, wanted: WantedMarks): Promise<Mark[]> {
  const marks: Mark[] = [];
  if (wanted.codings) {
    const placed = (await study.codings(path)).filter(isPlaced);
    for (const { start, end, coding } of placed)
      marks.push({ kind: 'coding', code: coding.code, start, end });
    for (const overlap of findOverlaps(placed)) marks.push({ kind: 'overlap', ...overlap });
  }
  if (wanted.hits) {
    for (const { start, end, code, negated } of await study.hits(path)) {
      marks.push({ kind: negated ? 'negatedHit' : 'hit', code, start, end });
    }
  }
  return marks.slice(0, mostMarks);
}
