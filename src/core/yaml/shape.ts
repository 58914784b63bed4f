import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { YamlNode } from './reader';

/** What a YAML node says, without how it is written: to tell that an edit changed nothing else. */
export type Shape = string | { items: Shape[] } | MappingShape;

/** What a mapping says, its keys in order; a key may be there twice. */
export interface MappingShape {
  pairs: [key: Shape, value: Shape][];
}

/** The shape of a node. The shapes of all nodes in it are noted in `seen`. */
export function shapeOf(node: YamlNode, seen: Map<Node, Shape>): Shape {
  const shape = newShape(node, seen);
  if (node) seen.set(node, shape);
  return shape;
}

/** The shape of a text. */
export function textShape(text: string): Shape {
  return `string ${text}`;
}

/** The first pair of a mapping with this key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function newShape(node: YamlNode, seen: Map<Node, Shape>): Shape {
  if (isMap(node)) {
    const of = (child: unknown) => shapeOf(child as YamlNode, seen);
    return { pairs: node.items.map((pair) => [of(pair.key), of(pair.value)]) };
  }
  if (isSeq(node)) return { items: node.items.map((item) => shapeOf(item as YamlNode, seen)) };
  if (isAlias(node)) return `alias ${node.source}`;
  if (isScalar(node)) return node.value === null ? 'nothing' : `${typeof node.value} ${String(node.value)}`;
  return 'nothing';
}
