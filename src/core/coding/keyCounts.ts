/** Slots at first; always a power of two. */
const atFirst = 1 << 10;

/**
 * How often each of many keys of `idKeys` is there: a hash table with open addressing in memory that holds numbers
 * alone. A `Map` of as many entries takes several times as long to fill, much of it for the collector.
 */
export class KeyCounts {
  readonly #several = new Set<number>();
  #keys = new Float64Array(atFirst);
  /** By slot, one more than the count of its key; zero where a slot is free. */
  #counts = new Uint32Array(atFirst);
  #taken = 0;

  /** The keys that are there more than once. */
  get several(): ReadonlySet<number> {
    return this.#several;
  }

  has(key: number): boolean {
    return this.#counts[this.#slotOf(key)]! > 1;
  }

  add(key: number): void {
    const slot = this.#slotOf(key);
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = key;
      this.#counts[slot] = 2;
      if (++this.#taken > this.#keys.length / 2) this.#rebuild();
    } else if (this.#counts[slot]!++ > 1) this.#several.add(key);
  }

  /** Takes one away of a key that is there. */
  remove(key: number): void {
    if (--this.#counts[this.#slotOf(key)]! < 3) this.#several.delete(key);
  }

  /** Where a key stands, or would. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1;
    // The upper bits of a product depend on all bits of what was multiplied; so many are left as there are slots for.
    let slot = Math.imul(key ^ (key / 0x1_0000_0000), 0x9e3779b1) >>> Math.clz32(last);
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  /** Makes room, first of all by giving up the slots of keys that are gone. */
  #rebuild(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    let there = 0;
    for (let slot = 0; slot < counts.length; slot++) if (counts[slot]! > 1) there++;
    const size = there > keys.length / 4 ? 2 * keys.length : keys.length;
    this.#keys = new Float64Array(size);
    this.#counts = new Uint32Array(size);
    this.#taken = there;
    for (let from = 0; from < counts.length; from++) {
      if (counts[from]! < 2) continue;
      const slot = this.#slotOf(keys[from]!);
      this.#keys[slot] = keys[from]!;
      this.#counts[slot] = counts[from]!;
    }
  }
}
