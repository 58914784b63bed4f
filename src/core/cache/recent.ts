/**
 * Keeps values that are large, the ones used last. What is dropped can be computed again, so that memory goes
 * with what is being worked on and not with the size of the study.
 */
export class Recent {
  readonly #entries = new Map<string, { readonly value: Promise<unknown>; weight: number }>();
  #weight = 0;

  /**
   * @param most the weight of all values together that is kept
   * @param isPinned tells which values stay whatever their weight
   */
  constructor(
    private readonly most: number,
    private readonly isPinned: (key: string) => boolean,
  ) {}

  get(key: string): Promise<unknown> | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Promise<unknown>): void {
    this.delete(key);
    this.#entries.set(key, { value, weight: 0 });
  }

  /** Says how much a value weighs, now that it is there; older ones may have to go. */
  weigh(key: string, value: Promise<unknown>, weight: number): void {
    const entry = this.#entries.get(key);
    if (entry?.value !== value) return;
    this.#weight += weight - entry.weight;
    entry.weight = weight;
    for (const [old, { weight: freed }] of this.#entries) {
      if (this.#weight <= this.most) return;
      if (freed > 0 && old !== key && !this.isPinned(old)) this.delete(old);
    }
  }

  /** Forgets a value; only where it is still this one, if one is given. */
  delete(key: string, value?: Promise<unknown>): void {
    const entry = this.#entries.get(key);
    if (!entry || (value && entry.value !== value)) return;
    this.#weight -= entry.weight;
    this.#entries.delete(key);
  }

  /** Forgets all values but those that stay. */
  clear(): void {
    for (const key of this.#entries.keys()) if (!this.isPinned(key)) this.delete(key);
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }
}
