import type { YAMLMap } from 'yaml';
import { type ListItem, YamlItems } from '../yaml/items';
import type { YamlNode } from '../yaml/reader';
import { pairOf } from '../yaml/shape';
import { scalarOf } from '../yaml/sheet';
import { YamlSplicer } from '../yaml/splicer';
import { unfold } from '../yaml/unfold';
import { findEntry, listIndentOf } from './entries';

/** Where a code goes: before or after another one, or to the end of the codes of a parent or of the top level. */
export type CodePlace =
  | { readonly before: string }
  | { readonly after: string }
  | { readonly parentId: string | undefined };

/** The text in which a code has another id; logs that hold the old one mean it still. */
export function changeCodeId(text: string, id: string, newId: string): string {
  const splicer = new YamlSplicer(text);
  splicer.setText(findEntry(splicer.root, id).map, 'id', newId);
  const renamed = splicer.result();
  return replaceOldId(renamed, newId, id) ?? addOldIds(renamed, newId, [id]);
}

/** The text in which a code, with all below it and the comments on it, stands elsewhere. */
export function moveCode(text: string, id: string, place: CodePlace): string {
  const items = new YamlItems(text);
  const { holder, index } = findEntry(items.root, id);
  const taken = items.take(holder, 'codes', index);
  const listIndent = listIndentOf(text, items.root);
  return putCode(items.result(), taken, place, listIndent);
}

/** The text in which a code is retired: no longer offered, still read. Or in which it is brought back. */
export function retireCode(text: string, id: string, retired: boolean): string {
  const splicer = new YamlSplicer(text);
  splicer.setFlag(findEntry(splicer.root, id).map, 'retired', retired, ['was', 'id']);
  return splicer.result();
}

/** The text in which a code answers to these ids too, where it does not yet. */
export function addOldIds(text: string, id: string, ids: readonly string[]): string {
  const splicer = new YamlSplicer(text);
  const { map } = findEntry(splicer.root, id);
  const present = oldIdNodes(map).map(scalarOf);
  const missing = ids.filter((one) => one !== id && !present.includes(one));
  splicer.addTexts(map, 'was', missing, ['id']);
  return splicer.result();
}

/** Puts a code that was taken out of a text into it. */
export function putCode(text: string, code: ListItem, place: CodePlace, listIndent: number): string {
  const find = (root: YamlNode) => placeIn(root, place).holder;
  const ready = code.flow === undefined ? unfold(text, find, 'codes', listIndent) : text;
  const items = new YamlItems(ready);
  const { holder, index } = placeIn(items.root, place);
  items.put(holder, 'codes', code, listIndent, index);
  return items.result();
}

function placeIn(root: YamlNode, place: CodePlace): { holder: YAMLMap; index?: number } {
  if ('parentId' in place) {
    return { holder: place.parentId === undefined ? (root as YAMLMap) : findEntry(root, place.parentId).map };
  }
  const sibling = findEntry(root, 'before' in place ? place.before : place.after);
  return { holder: sibling.holder, index: sibling.index + ('before' in place ? 0 : 1) };
}

/** A code that gets an id back that it once had: the id that it gives up takes that one's place. */
function replaceOldId(text: string, id: string, oldId: string): string | undefined {
  const splicer = new YamlSplicer(text);
  const { map } = findEntry(splicer.root, id);
  const index = oldIdNodes(map).findIndex((node) => scalarOf(node) === id);
  if (index === -1) return undefined;
  splicer.replaceText(map, 'was', index, oldId);
  return splicer.result();
}

function oldIdNodes(map: YAMLMap): readonly unknown[] {
  const was = pairOf(map, 'was')?.value as { items?: unknown[] } | null | undefined;
  return was?.items ?? [];
}
