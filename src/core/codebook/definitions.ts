import type { Coding } from '../coding/coding';
import type { Codebook } from './codebook';
import { definitionMark } from './definitionMark';

/** How many codings are of an earlier definition, by the present ids of their codes; none of other codes. */
export type EarlierCounts = ReadonlyMap<string, number>;

const known = new WeakMap<Codebook, Map<string, string>>();

/** True where a coding was made when its code was defined in another way; false where that cannot be told. */
export function isOfEarlierDefinition(
  { code, defined }: Pick<Coding, 'code' | 'defined'>,
  codebook: Codebook,
): boolean {
  if (defined === undefined) return false;
  const present = markOf(code, codebook);
  return present !== undefined && present !== defined;
}

/** How many of some codings are of an earlier definition, by the present ids of their codes. */
export function countEarlier(codings: readonly Coding[], codebook: Codebook): EarlierCounts {
  const counts = new Map<string, number>();
  for (const coding of codings) {
    if (!isOfEarlierDefinition(coding, codebook)) continue;
    const { id } = codebook.byId.get(coding.code)!;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The mark of a code's present definition; undefined for a code that is not in the codebook. */
function markOf(id: string, codebook: Codebook): string | undefined {
  const code = codebook.byId.get(id);
  if (!code) return undefined;
  const marks = known.get(codebook) ?? new Map<string, string>();
  known.set(codebook, marks);
  const mark = marks.get(code.id) ?? definitionMark(code);
  marks.set(code.id, mark);
  return mark;
}
