import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { pairOf } from '../yaml/shape';
import { YamlEditError, YamlSplicer } from '../yaml/splicer';

/** A code to be added: its id, its name in one language for all readers, the code it goes under. */
export interface NewCode {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | undefined;
}

/** The text of codebook.yaml with a code more, the last one among its siblings. */
export function addCode(text: string, { id, name, parentId }: NewCode): string {
  const splicer = new YamlSplicer(text);
  if (splicer.root && !isMap(splicer.root) && !isBlank(splicer.root)) throw new YamlEditError('yaml-shape');
  const root = isMap(splicer.root) ? splicer.root : undefined;
  const parent = parentId === undefined ? root : findCode(splicer, parentId);
  const fields = [
    ['id', id],
    ['name', name],
  ] as const;
  splicer.appendItem(parent, 'codes', fields, listIndent(text, root));
  return splicer.result();
}

/**
 * The text with another name for a code. Where the code has a name per language, that of `language` alone is
 * changed or added; a name for all languages stays one.
 */
export function renameCode(text: string, id: string, name: string, language: string): string {
  const splicer = new YamlSplicer(text);
  const code = findCode(splicer, id);
  const names = pairOf(code, 'name')?.value;
  if (isMap(names)) splicer.setText(names, language, name);
  else splicer.setText(code, 'name', name, ['id']);
  return splicer.result();
}

/** The text with another color (`#rrggbb`) for a code. */
export function recolorCode(text: string, id: string, color: string): string {
  const splicer = new YamlSplicer(text);
  splicer.setText(findCode(splicer, id), 'color', color, ['name', 'id']);
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

/** The mapping of the code with this id, found in the order in which the codebook's reader finds it. */
function findCode(splicer: YamlSplicer, id: string): YAMLMap {
  const found = isMap(splicer.root) ? findBelow(splicer.root, id) : undefined;
  if (!found) throw new YamlEditError('yaml-shape');
  return found;
}

function findBelow(map: YAMLMap, id: string): YAMLMap | undefined {
  const codes = pairOf(map, 'codes')?.value;
  for (const code of isSeq(codes) ? codes.items : []) {
    if (!isMap(code)) continue;
    const found = idOf(code) === id ? code : findBelow(code, id);
    if (found) return found;
  }
  return undefined;
}

function idOf(code: YAMLMap): string | undefined {
  const value = pairOf(code, 'id')?.value;
  if (!isScalar(value)) return undefined;
  return typeof value.value === 'string' ? value.value : value.source;
}

/** How far the writer puts the dashes of a list further in than its key. */
function listIndent(text: string, root: YAMLMap | undefined): number {
  const codes = root && pairOf(root, 'codes')?.value;
  if (!isSeq(codes) || codes.flow || codes.items.length === 0) return 2;
  const dash = codes.range![0];
  return dash - (text.lastIndexOf('\n', dash - 1) + 1);
}

function isBlank(root: Node): boolean {
  return isScalar(root) && root.value === null;
}
