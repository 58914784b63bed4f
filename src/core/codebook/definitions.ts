import type { CodingMark } from '../coding/coding';
import type { Codebook } from './codebook';
import { definitionMark } from './definitionMark';

const known = new WeakMap<Codebook, Map<string, string>>();

/** True where a coding was made when its code was defined in another way; false where that cannot be told. */
export function isOfEarlierDefinition({ code, defined }: CodingMark, codebook: Codebook): boolean {
  if (defined === undefined) return false;
  const present = markOf(code, codebook);
  return present !== undefined && present !== defined;
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
