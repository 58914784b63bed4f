import { isMap, isScalar } from 'yaml';
import { newItem, YamlItems } from '../yaml/items';
import type { YamlNode } from '../yaml/reader';
import { pairOf } from '../yaml/shape';
import { YamlEditError } from '../yaml/sheet';
import { YamlSplicer } from '../yaml/splicer';
import { wholeItems, type YamlValue } from '../yaml/wholeItems';
import { findEntry, listIndentOf } from './entries';

/** A code to be added: its id, its name in one language for all readers, the code it goes under. */
export interface NewCode {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | undefined;
  /** The sibling that it comes after; without one it is the last among its siblings. */
  readonly after?: string;
}

/** The text of codebook.yaml with a code more. */
export function addCode(text: string, { id, name, parentId, after }: NewCode): string {
  const items = new YamlItems(text);
  const { root } = items;
  if (root && !isMap(root) && !isBlank(root)) throw new YamlEditError('yaml-shape');
  const item = newItem([
    ['id', id],
    ['name', name],
  ]);
  const listIndent = listIndentOf(text, root);
  if (after !== undefined) {
    const { holder, index } = findEntry(root, after);
    items.put(holder, 'codes', item, listIndent, index + 1);
  } else {
    const parent = isMap(root) ? root : undefined;
    items.put(parentId === undefined ? parent : findEntry(root, parentId).map, 'codes', item, listIndent);
  }
  return items.result();
}

/**
 * The text of codebook.yaml with codes more, each with all that it has, at the end of its top level or of a code.
 * @param codes as codebook.yaml has them
 */
export function addWholeCodes(
  text: string,
  parentId: string | undefined,
  codes: readonly YamlValue[],
): string {
  const items = new YamlItems(text);
  const { root } = items;
  if (root && !isMap(root) && !isBlank(root)) throw new YamlEditError('yaml-shape');
  const holder = parentId === undefined ? (isMap(root) ? root : undefined) : findEntry(root, parentId).map;
  items.put(holder, 'codes', wholeItems(codes), listIndentOf(text, root));
  return items.result();
}

/**
 * The text with another name for a code. Where the code has a name per language, that of `language` alone is
 * changed or added; a name for all languages stays one.
 */
export function renameCode(text: string, id: string, name: string, language: string): string {
  const splicer = new YamlSplicer(text);
  const { map } = findEntry(splicer.root, id);
  const names = pairOf(map, 'name')?.value;
  if (isMap(names)) splicer.setText(names, language, name);
  else splicer.setText(map, 'name', name, ['id']);
  return splicer.result();
}

/** The text with another color (`#rrggbb`) for a code. */
export function recolorCode(text: string, id: string, color: string): string {
  const splicer = new YamlSplicer(text);
  splicer.setText(findEntry(splicer.root, id).map, 'color', color, ['name', 'id']);
  return splicer.result();
}

/** An id for a code of this name that is not among `taken`: lower case, no diacritics, hyphens for the rest. */
export function proposeCodeId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const base = shortId(words ?? []) || 'code';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

const longestId = 40;

function shortId(words: readonly string[]): string {
  let id = [...(words[0] ?? '')].slice(0, longestId).join('');
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > longestId) break;
    id += `-${word}`;
  }
  return id;
}

function isBlank(root: YamlNode): boolean {
  return isScalar(root) && root.value === null;
}
