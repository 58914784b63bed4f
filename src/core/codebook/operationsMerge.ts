import { isMap, isSeq, type YAMLMap } from 'yaml';
import { YamlItems } from '../yaml/items';
import { pairOf } from '../yaml/shape';
import { scalarOf, YamlEditError } from '../yaml/sheet';
import { YamlSplicer } from '../yaml/splicer';
import { childMaps, findEntry, listIndentOf } from './entries';
import { addOldIds, moveCode, putCode } from './operations';

/** Two codes that become one. */
export interface Merge {
  /** The code that goes. */
  readonly from: string;
  /** The code that stays. */
  readonly into: string;
  /** The ids that mean the code that goes: its own, and old ones that no other code has. */
  readonly ids: readonly string[];
  /** The first line of the comment that keeps what was written of the code that goes. */
  readonly note: string;
}

/** The lists of texts that the code that stays takes over, and after which keys each of them stands. */
const mergedLists = {
  examples: ['exclude', 'include', 'definition', 'domains', 'polarity', 'color', 'name', 'was', 'id'],
  terms: ['examples', 'exclude', 'include', 'definition', 'domains', 'polarity', 'color', 'name', 'was', 'id'],
  not: ['terms', 'examples', 'exclude', 'include', 'definition', 'domains', 'polarity', 'color', 'name', 'id'],
} as const; // biome-ignore format: a table

type MergedKey = keyof typeof mergedLists;

interface TextList {
  /** Undefined for a list that holds for every language. */
  readonly language: string | undefined;
  readonly texts: readonly string[];
}

/**
 * The text in which one code has become part of another, which answers to its ids, has its sub-codes, and its
 * terms, exclusions and examples where it had them not. All that was written of the code that goes is kept as
 * a comment below the ids of the one that stays.
 */
export function mergeCodes(text: string, merge: Merge): string {
  const { from, into, ids, note } = merge;
  if (from === into) throw new YamlEditError('yaml-shape');
  let result = isBelow(text, into, from) ? moveCode(text, into, { before: from }) : text;
  result = moveChildren(result, from, into);
  const items = new YamlItems(result);
  const { map, holder, index } = findEntry(items.root, from);
  const lists = (Object.keys(mergedLists) as MergedKey[]).map((key) => [key, listsOf(map, key)] as const);
  const gone = items.take(holder, 'codes', index);
  result = addOldIds(items.result(), into, ids);
  for (const [key, all] of lists) for (const list of all) result = addList(result, into, key, list);
  const splicer = new YamlSplicer(result);
  splicer.addComment(findEntry(splicer.root, into).map, 'was', [note, ...gone.lines()]);
  return splicer.result();
}

function isBelow(text: string, id: string, above: string): boolean {
  const { root } = new YamlItems(text);
  const { map } = findEntry(root, above);
  const target = findEntry(root, id).map;
  const holds = (one: unknown): boolean => one === target || (isMap(one) && childMaps(one).some(holds));
  return holds(map);
}

function moveChildren(text: string, from: string, into: string): string {
  let result = text;
  for (;;) {
    const items = new YamlItems(result);
    const { map } = findEntry(items.root, from);
    if (childMaps(map).length === 0) return result;
    const child = items.take(map, 'codes', 0);
    const listIndent = listIndentOf(result, items.root);
    result = putCode(items.result(), child, { parentId: into }, listIndent);
  }
}

function listsOf(map: YAMLMap, key: MergedKey): TextList[] {
  const value = pairOf(map, key)?.value;
  const textsOf = (list: unknown) =>
    isSeq(list) ? list.items.map(scalarOf).filter((text) => text !== undefined) : [];
  if (!isMap(value)) return [{ language: undefined, texts: textsOf(value) }];
  return value.items.map((pair) => ({ language: scalarOf(pair.key), texts: textsOf(pair.value) }));
}

/**
 * Adds the texts that a code does not have yet. Texts of one language join a list for every language where the
 * code has that; those for every language join each of its languages.
 */
function addList(text: string, id: string, key: MergedKey, { language, texts }: TextList): string {
  const splicer = new YamlSplicer(text);
  const { map } = findEntry(splicer.root, id);
  const value = pairOf(map, key)?.value;
  const present = listsOf(map, key);
  const missing = (list: TextList | undefined) => texts.filter((one) => !list?.texts.includes(one));
  if (isMap(value)) {
    const languages = language === undefined ? present.map((list) => list.language!) : [language];
    for (const one of languages) {
      splicer.addTexts(value, one, missing(present.find((list) => list.language === one)));
    }
  } else if (language === undefined || present[0]!.texts.length > 0) {
    splicer.addTexts(map, key, missing(present[0]), mergedLists[key]);
  } else if (texts.length > 0) {
    splicer.addTextsOfLanguage(map, key, language, texts, mergedLists[key]);
  }
  return splicer.result();
}
