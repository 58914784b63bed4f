import { sameItems } from '../cache/same';
import { compareStrings } from '../text/compare';
import type { Range } from '../text/range';

/** A stretch of text and the codes that hold over all of it, each once, sorted; the same codes are the same list. */
export interface Passage extends Range {
  readonly kind: 'passage';
  readonly codes: readonly string[];
}

interface Coded extends Range {
  readonly code: string;
}

type ListOf = (codes: string[]) => readonly string[];

/**
 * Cuts coded ranges, which may overlap in any way, into disjoint stretches with the same codes. Codings of
 * one code by several coders are one: they agree, so there is nothing to tell apart.
 */
export function findPassages(codings: readonly Coded[], listOf: ListOf = listsOfCodes()): Passage[] {
  const edges = codings.flatMap(({ start, end, code }) => [
    { at: start, code, change: 1 },
    { at: end, code, change: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const open = new Map<string, number>();
  const passages: Passage[] = [];
  let from = 0;
  for (const { at, code, change } of edges) {
    if (at > from && open.size > 0) addPassage(passages, from, at, listOf([...open.keys()]));
    from = at;
    const count = (open.get(code) ?? 0) + change;
    if (count === 0) open.delete(code);
    else open.set(code, count);
  }
  return passages;
}

/** Passages found again and again: they are looked for anew only where codings have come, gone or moved. */
export class KnownPassages {
  readonly #listOf = listsOfCodes();
  /** What touching codings made, by the first of them. */
  #known: ReadonlyMap<Coded, { readonly of: readonly Coded[]; readonly passages: readonly Passage[] }> =
    new Map();

  /**
   * As `findPassages`, for codings by place; those that are as before are the same objects, and so are then the
   * passages.
   */
  find(codings: readonly Coded[]): readonly Passage[] {
    const before = this.#known;
    const known = new Map(
      [...touching(codings)].map((of) => {
        const same = before.get(of[0]!);
        const found =
          same && sameItems(same.of, of) ? same : { of, passages: findPassages(of, this.#listOf) };
        return [of[0]!, found];
      }),
    );
    this.#known = known;
    return [...known.values()].flatMap(({ passages }) => passages);
  }
}

/** Codings by place, those together that overlap or touch others: what lies between two such lists is not coded. */
function* touching(codings: readonly Coded[]): Generator<readonly Coded[]> {
  let list: Coded[] = [];
  let end = 0;
  for (const coding of codings) {
    if (list.length > 0 && coding.start > end) {
      yield list;
      list = [];
    }
    list.push(coding);
    end = Math.max(end, coding.end);
  }
  if (list.length > 0) yield list;
}

function addPassage(passages: Passage[], start: number, end: number, codes: readonly string[]): void {
  const last = passages.at(-1);
  const continues = last?.end === start && last.codes === codes;
  if (continues) passages[passages.length - 1] = { kind: 'passage', start: last.start, end, codes };
  else passages.push({ kind: 'passage', start, end, codes });
}

/** Sorts codes; the same ones always become the same list. */
function listsOfCodes(): ListOf {
  const lists = new Map<string, readonly string[]>();
  return (codes) => {
    const sorted = codes.length > 1 ? codes.sort(compareStrings) : codes;
    const key = sorted.join('\n');
    const known = lists.get(key);
    if (!known) lists.set(key, sorted);
    return known ?? sorted;
  };
}
