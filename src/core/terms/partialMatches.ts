/** Terms that have matched in part and may go on, by the trie node they have come to. */

/** A term followed up to some node. */
export interface Partial {
  node: number;
  /** Where the last matched token ends. */
  end: number;
  /** Where the matches that lead here begin: ascending, at least one. */
  starts: readonly number[];
  /** Until when it can go on, on the clock of the set that holds it. */
  lastChance: number;
}

/** When this many have expired, their room is taken back. */
const MANY_EXPIRED = 1024;

/** Partial matches, which are added in the order of their ends and of their last chances. */
export class PartialMatches {
  private readonly byNode = new Map<number, Partial[]>();
  private queue: Partial[] = [];
  private expired = 0;

  /** How many nodes there are partial matches at. */
  get size(): number {
    return this.byNode.size;
  }

  /** The last chance of all, or -1 when there are none. */
  get lastChance(): number {
    return this.queue.at(-1)?.lastChance ?? -1;
  }

  nodes(): IterableIterator<number> {
    return this.byNode.keys();
  }

  at(node: number): readonly Partial[] {
    return this.byNode.get(node) ?? [];
  }

  add(partial: Partial): void {
    this.queue.push(partial);
    const others = this.byNode.get(partial.node);
    if (others) others.push(partial);
    else this.byNode.set(partial.node, [partial]);
  }

  /** Drops those whose last chance is over. */
  expire(now: number): void {
    if (this.queue.length === 0) return;
    while (this.expired < this.queue.length && this.queue[this.expired]!.lastChance < now) {
      const { node } = this.queue[this.expired++]!;
      const partials = this.byNode.get(node)!;
      if (partials.length === 1) this.byNode.delete(node);
      else partials.shift();
    }
    if (this.expired === this.queue.length) this.clear();
    if (this.expired >= MANY_EXPIRED) {
      this.queue = this.queue.slice(this.expired);
      this.expired = 0;
    }
  }

  clear(): void {
    if (this.queue.length === 0) return;
    this.byNode.clear();
    this.queue.length = 0;
    this.expired = 0;
  }
}
