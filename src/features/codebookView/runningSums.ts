/** Numbers by id. */
export type IdCounts = ReadonlyMap<string, number>;

/** Sums over all transcripts, kept while single ones change. */
export class RunningSums {
  readonly #parts = new Map<string, IdCounts>();
  readonly #sums = new Map<string, number>();

  get sums(): IdCounts {
    return this.#sums;
  }

  /** Puts the numbers of a transcript in the place of those that it had; undefined where it has none now. */
  put(transcript: string, counts: IdCounts | undefined): void {
    const add = (part: IdCounts | undefined, sign: 1 | -1) => {
      for (const [id, count] of part ?? []) this.#sums.set(id, (this.#sums.get(id) ?? 0) + sign * count);
    };
    add(this.#parts.get(transcript), -1);
    add(counts, 1);
    if (counts) this.#parts.set(transcript, counts);
    else this.#parts.delete(transcript);
  }

  clear(): void {
    this.#parts.clear();
    this.#sums.clear();
  }
}
