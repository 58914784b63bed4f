import { isMap, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isLeftOut } from './layout';
import type { YamlNode } from './reader';
import { pairOf } from './shape';
import { YamlEditError, YamlSheet } from './sheet';

/**
 * The text with a mapping, and the list at a key of it, written as lines: what stands in it on one line as far
 * as something of several lines is to go there. Says the same.
 * @param find gives the mapping in the root of a text
 * @param listIndent how much further in the dashes of such a list stand than its key
 */
export function unfold(
  text: string,
  find: (root: YamlNode) => YAMLMap,
  key: string,
  listIndent: number,
): string {
  let result = text;
  for (;;) {
    const sheet = new Unfolder(result);
    const next = outermostFlow(sheet.root, find(sheet.root), key);
    if (!next) return result;
    sheet.unfold(next, listIndent);
    result = sheet.result();
  }
}

interface FlowNode {
  readonly node: YAMLMap | YAMLSeq;
  /** Where a list stands: the mapping, and the pair of it. */
  readonly holder?: { readonly map: YAMLMap; readonly pair: Pair };
}

class Unfolder extends YamlSheet {
  unfold({ node, holder }: FlowNode, listIndent: number): void {
    if (isMap(node)) this.#unfoldMap(node);
    else if (holder) this.#unfoldList(node, holder, listIndent);
  }

  #unfoldMap(map: YAMLMap): void {
    const column = this.layout.column(map.range![0]);
    const sources = map.items.map((pair) => this.#pairSource(pair, column));
    const ends = map.items.map((pair) => this.layout.endOfPair(pair));
    const starts = map.items.map((pair) => (pair.key as Node).range![0]);
    const lines = this.#withComments(map, sources, starts, ends);
    const [start, end] = this.layout.span(map);
    this.splice(start, lines.join(this.eol + ' '.repeat(column)), end);
  }

  #unfoldList(list: YAMLSeq, { map, pair }: NonNullable<FlowNode['holder']>, listIndent: number): void {
    const indent = this.layout.indentOf(map) + ' '.repeat(listIndent);
    const nodes = list.items as Node[];
    const sources = nodes.map((node) => `- ${this.#source(node, indent.length + 2)}`);
    const spans = nodes.map((node) => this.layout.span(node));
    const lines = this.#withComments(
      list,
      sources,
      spans.map(([start]) => start),
      spans.map(([, end]) => end),
    );
    const text = lines.map((line) => this.eol + indent + line).join('');
    this.splice(this.layout.endOfKey(pair), text, list.range![1]);
  }

  #pairSource(pair: Pair, column: number): string {
    const key = pair.key as Node;
    const value = pair.value as YamlNode;
    if (this.text[key.range![0] - 2] === '?') throw new YamlEditError('yaml-shape');
    const name = this.text.slice(...this.layout.span(key));
    return isLeftOut(value) ? `${name}:` : `${name}: ${this.#source(value!, column)}`;
  }

  /** The source of a node on one line; its further lines come to stand further in than `column`. */
  #source(node: Node, column: number): string {
    const [first, ...others] = this.text.slice(...this.layout.span(node)).split(/\r?\n/);
    const indent = ' '.repeat(column + 2);
    return [first, ...others.map((line) => (indent + line.trimStart()).trimEnd())].join(this.eol);
  }

  /** The sources of parts, with the comments that stand between them on lines of their own. */
  #withComments(
    whole: Node,
    sources: readonly string[],
    starts: readonly number[],
    ends: readonly number[],
  ): string[] {
    const [start, end] = this.layout.span(whole);
    const comments = (from: number, to: number) => this.text.slice(from, to).match(/#.*[^\r\n]/g) ?? [];
    return [
      ...sources.flatMap((source, index) => [
        ...comments(index === 0 ? start : ends[index - 1]!, starts[index]!),
        source,
      ]),
      ...comments(ends.at(-1)!, end),
    ];
  }
}

/** The outermost collection on one line that holds the mapping, or is it, or is its list. */
function outermostFlow(root: YamlNode, map: YAMLMap, key: string): FlowNode | undefined {
  const path = pathTo(root, map) ?? [];
  const pair = pairOf(map, key);
  if (pair && isSeq(pair.value) && pair.value.items.length > 0) {
    path.push({ node: pair.value, holder: { map, pair } });
  }
  return path.find(({ node }) => node.flow);
}

function pathTo(node: YamlNode, target: YAMLMap): FlowNode[] | undefined {
  if (!isMap(node)) return undefined;
  if (node === target) return [{ node }];
  for (const pair of node.items) {
    if (!isSeq(pair.value)) continue;
    const list = pair.value;
    for (const item of list.items) {
      const path = pathTo(item as YamlNode, target);
      if (path) return [{ node }, { node: list, holder: { map: node, pair } }, ...path];
    }
  }
  return undefined;
}
