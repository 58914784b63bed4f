/**
 * The trie of some strings with their suffix links: the states of an Aho-Corasick automaton (A. V. Aho and
 * M. J. Corasick, "Efficient string matching: an aid to bibliographic search", Communications of the ACM 18(6),
 * 1975). States are numbered breadth first, so that a state's children follow one another and its links lead to
 * smaller numbers; state 0 is the root.
 */
export interface SuffixTrie {
  /** The number of states. */
  count: number;
  /** The children of a state are `childrenFrom[state]` up to `childrenFrom[state + 1]`. */
  childrenFrom: Int32Array;
  /** The symbol that leads to a state from its parent. */
  symbolTo: Uint8Array;
  /** The state of the longest proper suffix that has one. */
  suffix: Int32Array;
  /** The labels of the strings that end in a state are `ends[endsFrom[state]]` up to `ends[endsFrom[state + 1]]`. */
  ends: Int32Array;
  endsFrom: Int32Array;
  /** The longest proper suffix in which a string ends, or -1. */
  endingSuffix: Int32Array;
}

/** A sequence of symbols from 0 to 255, with a number by which it is known. */
export interface LabeledString {
  symbols: readonly number[];
  label: number;
}

/** @param strings not empty; may be equal */
export function buildSuffixTrie(strings: readonly LabeledString[]): SuffixTrie {
  const trie = buildTrie(strings);
  const { count, childrenFrom, symbolTo, endsFrom } = trie;
  const suffix = new Int32Array(count);
  const endingSuffix = new Int32Array(count).fill(-1);
  for (let state = 0; state < count; state++) {
    for (let child = childrenFrom[state]!; child < childrenFrom[state + 1]!; child++) {
      let from = state;
      let target = -1;
      while (from > 0 && target < 0) {
        from = suffix[from]!;
        target = childOf(trie, from, symbolTo[child]!);
      }
      const to = Math.max(target, 0);
      suffix[child] = to;
      endingSuffix[child] = endsFrom[to]! < endsFrom[to + 1]! ? to : endingSuffix[to]!;
    }
  }
  return { ...trie, suffix, endingSuffix };
}

/** The child that a symbol leads to, or -1. */
export function childOf(
  { childrenFrom, symbolTo }: Pick<SuffixTrie, 'childrenFrom' | 'symbolTo'>,
  state: number,
  symbol: number,
): number {
  const to = childrenFrom[state + 1]!;
  for (let child = childrenFrom[state]!; child < to; child++) if (symbolTo[child] === symbol) return child;
  return -1;
}

/** Builds the states from the sorted strings, of which each state has a stretch that begins alike. */
function buildTrie(strings: readonly LabeledString[]) {
  const sorted = [...strings].sort((a, b) => compare(a.symbols, b.symbols));
  const most = strings.reduce((sum, { symbols }) => sum + symbols.length, 1);
  const childrenFrom = new Int32Array(most + 1);
  const symbolTo = new Uint8Array(most);
  const endsFrom = new Int32Array(most + 1);
  const ends = new Int32Array(strings.length);
  const depth = new Int32Array(most);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  to[0] = strings.length;
  let count = 1;
  let ended = 0;
  for (let state = 0; state < count; state++) {
    const at = depth[state]!;
    let next = from[state]!;
    for (; next < to[state]! && sorted[next]!.symbols.length === at; next++)
      ends[ended++] = sorted[next]!.label;
    childrenFrom[state] = count;
    endsFrom[state + 1] = ended;
    while (next < to[state]!) {
      const symbol = sorted[next]!.symbols[at]!;
      symbolTo[count] = symbol;
      depth[count] = at + 1;
      from[count] = next;
      while (next < to[state]! && sorted[next]!.symbols[at] === symbol) next++;
      to[count++] = next;
    }
  }
  childrenFrom[count] = count;
  return {
    count,
    childrenFrom: childrenFrom.slice(0, count + 1),
    symbolTo: symbolTo.slice(0, count),
    ends,
    endsFrom: endsFrom.slice(0, count + 1),
  };
}

/** Orders a string before those it begins. */
function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}
