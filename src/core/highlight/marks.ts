import { isPlaced } from '../coding/coding';
import type { Study, StudyCoding } from '../study';
import type { Range } from '../text/range';
import { findPassages } from './passages';

/** A stretch of a transcript that is to be marked. */
export type Mark = Range &
  (
    | { readonly kind: 'coding' | 'hit' | 'negatedHit'; readonly code: string }
    /** A stretch of coded text with all codes that hold there. */
    | { readonly kind: 'passage'; readonly codes: readonly string[] }
  );

/** An editor cannot show more marks than this without becoming slow, and nobody reads so many in one text. */
const mostMarks = 20_000;

/**
 * What a transcript shows: those of some codings that have a place, the passages they make, and its term hits
 * where these are wanted, each by place.
 */
export async function collectMarks(
  study: Study,
  path: string,
  codings: readonly StudyCoding[],
  withHits: boolean,
): Promise<Mark[]> {
  const marks: Mark[] = [];
  const { byId } = await study.codebook();
  const placed = codings.filter(isPlaced).map(({ start, end, coding }) => ({
    code: byId.get(coding.code)?.id ?? coding.code,
    start,
    end,
  }));
  for (const coding of placed) marks.push({ kind: 'coding', ...coding });
  for (const passage of findPassages(placed)) marks.push({ kind: 'passage', ...passage });
  if (withHits) {
    for (const { start, end, code, negated } of await study.hits(path)) {
      marks.push({ kind: negated ? 'negatedHit' : 'hit', code, start, end });
    }
  }
  return marks.slice(0, mostMarks);
}
