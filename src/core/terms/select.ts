/** Which of the matches in a range are hits: those that no `not:` phrase and no longer match takes away. */

/** A match of a term or of a `not:` phrase of some code. Codes and terms are numbers. */
export interface Match {
  start: number;
  end: number;
  code: number;
  /** Its place in the list of terms. */
  term: number;
}

/**
 * Drops the matches that overlap an exclusion of their code, and then those inside another match of their
 * code; of equal ones the term first in the list stays. The rest are sorted by start, then by descending end.
 */
export function selectHits(matches: Match[], exclusions: readonly Match[]): Match[] {
  const allowed = exclusions.length === 0 ? matches : withoutExcluded(matches, exclusions);
  if (allowed.length < 2) return allowed;
  allowed.sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
  const furthest = new Map<number, number>();
  return allowed.filter(({ code, end }) => {
    if (end <= (furthest.get(code) ?? -1)) return false;
    furthest.set(code, end);
    return true;
  });
}

function withoutExcluded(matches: readonly Match[], exclusions: readonly Match[]): Match[] {
  const byCode = new Map<number, Match[]>();
  for (const exclusion of exclusions) {
    const spans = byCode.get(exclusion.code);
    if (spans) spans.push(exclusion);
    else byCode.set(exclusion.code, [exclusion]);
  }
  for (const [code, spans] of byCode) byCode.set(code, unionOf(spans));
  return matches.filter((match) => !overlapsAny(match, byCode.get(match.code) ?? []));
}

/** Joins spans that overlap; sorted. */
function unionOf(spans: Match[]): Match[] {
  spans.sort((a, b) => a.start - b.start);
  const union: Match[] = [];
  for (const span of spans) {
    const last = union.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else union.push({ ...span });
  }
  return union;
}

/** Whether a span overlaps one of some sorted, disjoint spans. */
function overlapsAny({ start, end }: Match, spans: readonly Match[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < end;
}
