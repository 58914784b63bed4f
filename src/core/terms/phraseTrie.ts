/** The terms of a codebook as a trie of their tokens, so that terms that begin alike are followed together. */
import type { Joint } from './pattern';

const JOINTS: readonly Joint[] = ['glued', 'space', 'gap'];

/** One step of a term: a pattern number, and how it follows the step before. */
export interface PhraseStep {
  pattern: number;
  joint: Joint;
}

/** A step from one node to another. */
export interface PhraseEdge {
  parent: number;
  joint: Joint;
  child: number;
}

/** A node: some first tokens of a term. */
export interface PhraseNode {
  /** The terms that end here. */
  terms: number[];
  /** Whether there is a gap between the tokens that lead here. */
  hasGap: boolean;
  /** Whether a term goes on from here directly (with or without white space), and with a gap. */
  continuesDirectly: boolean;
  continuesAfterGap: boolean;
}

const NO_EDGES: readonly PhraseEdge[] = [];

/** The trie. Nodes are numbers; a term's first token leads to a node of its own without an edge. */
export class PhraseTrie {
  readonly nodes: PhraseNode[] = [];
  /** Whether some term has a gap. */
  hasGaps = false;
  /** The node that each pattern leads to as a term's first token, by pattern number. */
  readonly firsts: Int32Array;
  /** The term that is just a pattern and that no other begins with, by pattern number; otherwise -1. */
  readonly loneTerms: Int32Array;
  private readonly children = new Map<number, number>();
  private readonly direct = new Map<number, PhraseEdge[]>();
  private readonly gapped = new Map<number, PhraseEdge[]>();

  /** @param patterns how many patterns there are; they are numbered from 0 */
  constructor(patterns: number) {
    this.firsts = new Int32Array(patterns).fill(-1);
    this.loneTerms = new Int32Array(patterns).fill(-1);
  }

  /** Adds a term, which has at least one step. */
  add(steps: readonly PhraseStep[], term: number): void {
    const [{ pattern: first }, ...rest] = steps as readonly [PhraseStep, ...PhraseStep[]];
    if (this.firsts[first]! < 0) this.firsts[first] = this.newNode(false);
    let node = this.firsts[first]!;
    for (const { pattern, joint } of rest) node = this.childOf(node, joint, pattern);
    this.nodes[node]!.terms.push(term);
    const { terms, continuesDirectly, continuesAfterGap } = this.nodes[this.firsts[first]!]!;
    const isLone = terms.length === 1 && !continuesDirectly && !continuesAfterGap;
    this.loneTerms[first] = isLone ? terms[0]! : -1;
  }

  /** The node that a pattern leads to from another, or undefined. */
  child(parent: number, joint: Joint, pattern: number): number | undefined {
    return this.children.get(this.keyOf(parent, joint, pattern));
  }

  /** The edges of a pattern that follows another token directly, glued or after white space. */
  directEdges(pattern: number): readonly PhraseEdge[] {
    return this.direct.get(pattern) ?? NO_EDGES;
  }

  /** The edges of a pattern that follows a gap. */
  gapEdges(pattern: number): readonly PhraseEdge[] {
    return this.gapped.get(pattern) ?? NO_EDGES;
  }

  private childOf(parent: number, joint: Joint, pattern: number): number {
    const key = this.keyOf(parent, joint, pattern);
    const known = this.children.get(key);
    if (known !== undefined) return known;
    const from = this.nodes[parent]!;
    const child = this.newNode(from.hasGap || joint === 'gap');
    this.children.set(key, child);
    if (joint === 'gap') {
      this.hasGaps = true;
      from.continuesAfterGap = true;
    } else {
      from.continuesDirectly = true;
    }
    const edges = joint === 'gap' ? this.gapped : this.direct;
    const edge = { parent, joint, child };
    const others = edges.get(pattern);
    if (others) others.push(edge);
    else edges.set(pattern, [edge]);
    return child;
  }

  private keyOf(parent: number, joint: Joint, pattern: number): number {
    return (parent * this.firsts.length + pattern) * JOINTS.length + JOINTS.indexOf(joint);
  }

  private newNode(hasGap: boolean): number {
    this.nodes.push({ terms: [], hasGap, continuesDirectly: false, continuesAfterGap: false });
    return this.nodes.length - 1;
  }
}
