import type { Codebook } from '../codebook/codebook';
import { isPlaced } from '../coding/coding';
import type { StudyCoding } from '../study';
import type { Hit } from '../terms/matcher';
import type { Range } from '../text/range';
import { KnownPassages, type Passage } from './passages';

/** A coding or a hit that is to be marked, with the code that the codebook has for it. */
export interface CodeMark extends Range {
  readonly kind: 'coding' | 'hit' | 'negatedHit';
  readonly code: string;
}

/** A stretch of a transcript that is to be marked. */
export type Mark = CodeMark | Passage;

/** An editor cannot show more marks than this without becoming slow, and nobody reads so many in one text. */
const mostMarks = 20_000;

const none: readonly CodeMark[] = [];

/**
 * What one transcript shows, found again and again while it is coded: a mark that is as it was before is the same
 * object, and where all hits are, so is the list of their marks.
 */
export class MarkFinder {
  #codebook: Codebook | undefined;
  #codings: ReadonlyMap<StudyCoding, CodeMark> = new Map();
  #passages = new KnownPassages();
  #hits: readonly Hit[] | undefined;
  #ofHits = none;

  /**
   * The marks of those codings that have a place, of the passages they make, and of hits, each by place.
   * @param codings by place
   */
  find(
    codebook: Codebook,
    codings: readonly StudyCoding[],
    hits: readonly Hit[],
  ): { readonly ofCodings: readonly Mark[]; readonly ofHits: readonly CodeMark[] } {
    if (codebook !== this.#codebook) this.#forget(codebook);
    const placed = codings.filter(isPlaced);
    const before = this.#codings;
    this.#codings = new Map(placed.map((one) => [one, before.get(one) ?? markOf(one, codebook)]));
    const marked = [...this.#codings.values()];
    const ofCodings = [...marked, ...this.#passages.find(marked)].slice(0, mostMarks);
    return { ofCodings, ofHits: this.#marksOf(hits, mostMarks - ofCodings.length) };
  }

  #forget(codebook: Codebook): void {
    this.#codebook = codebook;
    this.#codings = new Map();
    this.#passages = new KnownPassages();
  }

  #marksOf(hits: readonly Hit[], most: number): readonly CodeMark[] {
    if (hits !== this.#hits) {
      this.#hits = hits;
      this.#ofHits = hits.map(({ start, end, code, negated }) => ({
        kind: negated ? 'negatedHit' : 'hit',
        code,
        start,
        end,
      }));
    }
    return this.#ofHits.length > most ? this.#ofHits.slice(0, most) : this.#ofHits;
  }
}

function markOf({ start, end, coding: { code } }: StudyCoding, { byId }: Codebook): CodeMark {
  return { kind: 'coding', code: byId.get(code)?.id ?? code, start, end };
}
