interface Entry {
  /** Undefined once it was dropped. */
  value: Promise<unknown> | undefined;
  weight: number;
}

/**
 * Keeps values that are large: all of them, as long as these are not too many, and else the few used last. What is
 * dropped can be computed again, so that memory goes with what is being worked on and not with the size of the study.
 *
 * Of more than can be kept, those that are read one after the other would be dropped before they are asked for again
 * anyway. To drop them early costs nothing then, and engines get rid at no cost of what does not live long.
 */
export class Recent {
  readonly #entries = new Map<string, Entry>();
  #weight = 0;
  #most: number;

  /**
   * @param most the weight of all values together that is kept
   * @param few the weight that is kept once there was more than `most`
   * @param isPinned tells which values stay whatever their weight
   */
  constructor(
    most: number,
    private readonly few: number,
    private readonly isPinned: (key: string) => boolean,
  ) {
    this.#most = most;
  }

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
    if (this.#weight > this.#most) this.#most = this.few;
    for (const [old, { weight: freed }] of this.#entries) {
      if (this.#weight <= this.#most) return;
      if (freed > 0 && old !== key && !this.isPinned(old)) this.delete(old);
    }
  }

  /** Forgets a value; only where it is still this one, if one is given. */
  delete(key: string, value?: Promise<unknown>): void {
    const entry = this.#entries.get(key);
    if (!entry || (value && entry.value !== value)) return;
    this.#weight -= entry.weight;
    this.#entries.delete(key);
    // Tables that the map has outgrown still point at the entry, and would let what it held grow old.
    entry.value = undefined;
  }

  /** Forgets all values but those that stay. */
  clear(): void {
    for (const key of this.#entries.keys()) if (!this.isPinned(key)) this.delete(key);
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }
}
