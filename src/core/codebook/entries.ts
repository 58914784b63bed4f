import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { YamlNode } from '../yaml/reader';
import { pairOf } from '../yaml/shape';
import { scalarOf, YamlEditError } from '../yaml/sheet';

/** A code as codebook.yaml has it: its mapping, and its place in the list of the code around it. */
export interface CodeEntry {
  readonly map: YAMLMap;
  /** The mapping that has the list: another code's, or the root. */
  readonly holder: YAMLMap;
  readonly index: number;
}

/** The entry of the code with this id, found in the order in which the codebook's reader finds it. */
export function findEntry(root: YamlNode, id: string): CodeEntry {
  const found = isMap(root) ? entryBelow(root, id) : undefined;
  if (!found) throw new YamlEditError('yaml-shape');
  return found;
}

/** The mappings of the codes directly below one. */
export function childMaps(map: YAMLMap): unknown[] {
  const codes = pairOf(map, 'codes')?.value;
  return isSeq(codes) ? codes.items : [];
}

/** How far the writer puts the dashes of a list further in than its key. */
export function listIndentOf(text: string, root: YamlNode): number {
  const codes = isMap(root) ? pairOf(root, 'codes')?.value : undefined;
  if (!isSeq(codes) || codes.flow || codes.items.length === 0) return 2;
  const dash = codes.range![0];
  return dash - (text.lastIndexOf('\n', dash - 1) + 1);
}

function entryBelow(holder: YAMLMap, id: string): CodeEntry | undefined {
  for (const [index, map] of childMaps(holder).entries()) {
    if (!isMap(map)) continue;
    const isIt = scalarOf(pairOf(map, 'id')?.value) === id;
    const found = isIt ? { map, holder, index } : entryBelow(map, id);
    if (found) return found;
  }
  return undefined;
}
