/** True where two lists hold the very same things in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Results by key, each for as long as what it was made from is the very same. */
export class Remembered<T> {
  readonly #results = new Map<string, { readonly from: readonly unknown[]; readonly result: T }>();

  /** The result that was made from these things, or what `make` now makes of them. */
  async get(key: string, from: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key);
    if (known && sameItems(known.from, from)) return known.result;
    const result = await make();
    this.#results.set(key, { from, result });
    return result;
  }

  /** Forgets the results whose keys are not among these. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of this.#results.keys()) if (!keys.has(key)) this.#results.delete(key);
  }
}
