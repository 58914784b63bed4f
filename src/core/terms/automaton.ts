/**
 * An Aho-Corasick automaton (see `suffixTrie.ts`) laid out for speed. The states nearest to the root, where a
 * text spends nearly all its time, have a row in a table with the next state for every symbol: one look-up
 * a character, however many strings are sought. Deeper states, which are many when the strings are, have only
 * the trie's children and suffix links, so that the table stays as small as a processor's cache.
 */
import { IGNORED, TRAP } from './alphabet';
import { buildSuffixTrie, childOf, type LabeledString, type SuffixTrie } from './suffixTrie';

/** How many entries the table may have, of four bytes each. */
const MOST_ENTRIES = 2 ** 18;

/** What it means to be in a state: whether strings end there, and whether strings that were wanted do. */
export const Interest = { none: 0, ends: 1, endsWanted: 2 } as const;

/**
 * States are numbers. Those with a row are its offset in the table, ordered by their interest; `trap` is where
 * TRAP leads from all of these; greater numbers are the deeper states.
 */
export class Automaton {
  /** `table[state + symbol]` is the state after reading a symbol, for states below `trap`. */
  readonly table: Int32Array;
  readonly trap: number;
  /** From here on states are of the interest `ends` or more, or have no row. */
  readonly firstEnding: number;
  /** From here on states are of the interest `endsWanted`, or have no row. */
  readonly firstWanted: number;
  readonly trie: SuffixTrie;
  /** The state that has read nothing. */
  readonly start: number;
  private readonly rows: number;
  private readonly nodeOfRow: Int32Array;
  private readonly rowOfNode: Int32Array;
  private readonly interests: Uint8Array;

  /**
   * @param strings of symbols below `width`, not empty, without IGNORED and TRAP; may be equal
   * @param isWanted tells which strings are, by their label
   */
  constructor(
    strings: readonly LabeledString[],
    private readonly width: number,
    isWanted: (label: number) => boolean,
  ) {
    this.trie = buildSuffixTrie(strings);
    this.interests = interestsOf(this.trie, isWanted);
    this.rows = Math.min(this.trie.count, Math.floor(MOST_ENTRIES / width));
    this.trap = this.rows * width;
    const nodes = Array.from({ length: this.rows }, (_, node) => node);
    nodes.sort((a, b) => this.interests[a]! - this.interests[b]!);
    this.nodeOfRow = Int32Array.from(nodes);
    this.rowOfNode = new Int32Array(this.rows);
    for (const [row, node] of nodes.entries()) this.rowOfNode[node] = row * width;
    const firstOf = (interest: number) => {
      const row = nodes.findIndex((node) => this.interests[node]! >= interest);
      return row < 0 ? this.trap : row * width;
    };
    this.firstEnding = firstOf(Interest.ends);
    this.firstWanted = firstOf(Interest.endsWanted);
    this.start = this.stateOf(0);
    this.table = this.buildTable();
  }

  /** The state after reading a symbol other than TRAP, for all states. */
  step(state: number, symbol: number): number {
    if (state < this.trap) return this.table[state + symbol]!;
    if (symbol === IGNORED) return state;
    let node = this.nodeOf(state);
    while (node >= this.rows) {
      const child = childOf(this.trie, node, symbol);
      if (child >= 0) return this.stateOf(child);
      node = this.trie.suffix[node]!;
    }
    return this.table[this.rowOfNode[node]! + symbol]!;
  }

  /** The interest of a state other than `trap`. */
  interestOf(state: number): number {
    return this.interests[this.nodeOf(state)]!;
  }

  /** The state's number in the trie, for states other than `trap`. */
  nodeOf(state: number): number {
    return state < this.trap ? this.nodeOfRow[state / this.width]! : state - this.trap - 1 + this.rows;
  }

  private stateOf(node: number): number {
    return node < this.rows ? this.rowOfNode[node]! : this.trap + 1 + node - this.rows;
  }

  private buildTable(): Int32Array {
    const { width, trie } = this;
    const table = new Int32Array(this.trap).fill(this.start);
    for (let node = 0; node < this.rows; node++) {
      const row = this.rowOfNode[node]!;
      // What a state does not know itself, its longest suffix does.
      const fallback = this.rowOfNode[trie.suffix[node]!]!;
      if (node > 0) table.copyWithin(row, fallback, fallback + width);
      for (let child = trie.childrenFrom[node]!; child < trie.childrenFrom[node + 1]!; child++) {
        table[row + trie.symbolTo[child]!] = this.stateOf(child);
      }
    }
    for (let row = 0; row < this.trap; row += width) {
      table[row + IGNORED] = row;
      table[row + TRAP] = this.trap;
    }
    return table;
  }
}

function interestsOf(
  { count, ends, endsFrom, endingSuffix }: SuffixTrie,
  isWanted: (label: number) => boolean,
): Uint8Array {
  const interests = new Uint8Array(count);
  for (let node = 0; node < count; node++) {
    const own = ends.subarray(endsFrom[node]!, endsFrom[node + 1]!);
    const suffix = endingSuffix[node]!;
    let interest: number = suffix < 0 ? Interest.none : interests[suffix]!;
    if (own.length > 0)
      interest = Math.max(interest, own.some(isWanted) ? Interest.endsWanted : Interest.ends);
    interests[node] = interest;
  }
  return interests;
}
