/**
 * An Aho-Corasick automaton (A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to
 * bibliographic search", Communications of the ACM 18(6), 1975) with all transitions filled in, so that
 * a text costs one table look-up a character however many strings are sought.
 */
import { IGNORED, TRAP } from './alphabet';

/** A finished automaton. A state is the offset of its row in `next`; state 0 has read nothing of any string. */
export interface Automaton {
  /** `next[state + symbol]` is the state after reading a symbol. IGNORED leads to the same state. */
  next: Int32Array;
  /** The number of symbols, which is the length of a row. */
  width: number;
  /** States from here on end at least one string, or are `trap`. */
  firstOutput: number;
  /** States from here on end at least one of the strings asked for, or are `trap`. */
  firstWanted: number;
  /** Where TRAP leads from every state: a mark, not a state with a row. */
  trap: number;
  /**
   * The strings that end in the n-th output state and in no shorter suffix of it are
   * `ends[endsFrom[n]]` up to `ends[endsFrom[n + 1]]`, by index.
   */
  ends: Int32Array;
  endsFrom: Int32Array;
  /** The number of the next output state among the suffixes of the n-th, or -1. */
  nextOutput: Int32Array;
}

/** The trie of the strings; states are numbered from the root's 0 and children of 0 mean there is none. */
interface Trie {
  count: number;
  children: Int32Array;
  /** The strings that end in a state. */
  ending: Map<number, number[]>;
}

/**
 * Builds the automaton that finds all of some strings.
 * @param strings sequences of symbols below `width`, not empty, without IGNORED and TRAP; may be equal
 * @param isWanted tells by their index which strings a state must end to come after `firstWanted`
 */
export function buildAutomaton(
  strings: readonly (readonly number[])[],
  width: number,
  isWanted: (string: number) => boolean,
): Automaton {
  const trie = buildTrie(strings, width);
  const { order, outputSuffix } = fillTransitions(trie, width);

  // Breadth first, so that the states that are visited most stand together; those with output last.
  const quietStates: number[] = [];
  const unwanted: number[] = [];
  const wanted: number[] = [];
  const endsWanted = new Uint8Array(trie.count);
  for (const state of order) {
    const suffix = outputSuffix[state]!;
    const own = trie.ending.get(state);
    if (own?.some(isWanted) || (suffix >= 0 && endsWanted[suffix] === 1)) endsWanted[state] = 1;
    if (endsWanted[state] === 1) wanted.push(state);
    else (own || suffix >= 0 ? unwanted : quietStates).push(state);
  }
  const outputs = [...unwanted, ...wanted];
  const states = [...quietStates, ...outputs];
  const quiet = quietStates.length;
  const rank = new Int32Array(trie.count);
  for (const [index, state] of states.entries()) rank[state] = index;

  const trap = trie.count * width;
  const next = new Int32Array(trap);
  for (const [index, state] of states.entries()) {
    const row = index * width;
    const source = state * width;
    for (let symbol = 0; symbol < width; symbol++) {
      next[row + symbol] = rank[trie.children[source + symbol]!]! * width;
    }
    next[row + IGNORED] = row;
    next[row + TRAP] = trap;
  }

  const ends = outputs.map((state) => trie.ending.get(state) ?? []);
  const endsFrom = new Int32Array(outputs.length + 1);
  for (const [index, strings] of ends.entries()) endsFrom[index + 1] = endsFrom[index]! + strings.length;
  const nextOutput = Int32Array.from(outputs, (state) => {
    const suffix = outputSuffix[state]!;
    return suffix < 0 ? -1 : rank[suffix]! - quiet;
  });
  return {
    next,
    width,
    firstOutput: quiet * width,
    firstWanted: (quiet + unwanted.length) * width,
    trap,
    ends: Int32Array.from(ends.flat()),
    endsFrom,
    nextOutput,
  };
}

function buildTrie(strings: readonly (readonly number[])[], width: number): Trie {
  let most = 1;
  for (const string of strings) most += string.length;
  const children = new Int32Array(most * width);
  const ending = new Map<number, number[]>();
  let count = 1;
  for (const [index, string] of strings.entries()) {
    let state = 0;
    for (const symbol of string) {
      const edge = state * width + symbol;
      if (children[edge] === 0) children[edge] = count++;
      state = children[edge]!;
    }
    const ends = ending.get(state);
    if (ends) ends.push(index);
    else ending.set(state, [index]);
  }
  return { count, children, ending };
}

/**
 * Fills in the transitions that the trie lacks with those of the longest proper suffix that is in the trie.
 * Gives the states breadth first, and for each the longest proper suffix that ends a string, or -1.
 */
function fillTransitions({ count, children, ending }: Trie, width: number) {
  const order = [0];
  const suffix = new Int32Array(count);
  const outputSuffix = new Int32Array(count).fill(-1);
  for (let index = 0; index < order.length; index++) {
    const state = order[index]!;
    const row = state * width;
    const fallback = suffix[state]! * width;
    for (let symbol = 0; symbol < width; symbol++) {
      const child = children[row + symbol]!;
      // The root's own missing transitions stay at the root.
      const target = state === 0 ? 0 : children[fallback + symbol]!;
      if (child === 0) {
        children[row + symbol] = target;
        continue;
      }
      suffix[child] = target;
      outputSuffix[child] = ending.has(target) ? target : outputSuffix[target]!;
      order.push(child);
    }
  }
  return { order, outputSuffix };
}
