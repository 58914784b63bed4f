import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, Scalar, type YAMLMap } from 'yaml';
import { ProblemList } from '../problem';
import type { ProblemCode } from '../problemCatalog';
import type { Localized } from '../text/localized';
import type { Range } from '../text/range';
import { tooDeepPlace } from './depth';
import { plainMapping } from './plainMapping';

/** A node of a YAML file; undefined where a value was left out. */
export type YamlNode = Node | null | undefined;

/** One `key: value` of a mapping, with the key's place in the file. */
export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlNode;
}

const languageKey = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/**
 * Reads a YAML file that a person wrote: walks its nodes, never its values, so that every mistake has its
 * place, aliases cannot multiply and no key reaches a prototype. What is wrong is collected; what is right
 * is returned.
 */
export class YamlReader {
  readonly list: ProblemList;
  readonly root: YamlNode;

  constructor(
    file: string,
    text: string,
    private readonly offset = 0,
    source = text,
  ) {
    this.list = new ProblemList(file, source);
    const plain = plainMapping(text);
    if (plain) {
      this.root = plain;
      return;
    }
    const tooDeep = tooDeepPlace(text);
    if (tooDeep) {
      this.list.add('yaml-too-deep', this.#shift(tooDeep));
      this.root = undefined;
      return;
    }
    const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error', prettyErrors: false });
    for (const error of document.errors) {
      this.list.add('yaml-syntax', this.#shift({ start: error.pos[0], end: error.pos[1] }), error.message);
    }
    this.root = document.contents as YamlNode;
  }

  get problems() {
    return this.list.problems;
  }

  problem(code: ProblemCode, at: YamlNode | Range, ...args: string[]): void {
    this.list.add(code, at && 'start' in at ? at : this.rangeOf(at), ...args);
  }

  /** True where the file holds nothing at all; says so unless a mistake is the reason. */
  isBlank(): boolean {
    const blank = isEmpty(this.root);
    if (blank && this.problems.length === 0) this.list.add('file-empty', { start: 0, end: 0 });
    return blank;
  }

  /** Where a node's value stands in the file. */
  rangeOf(node: YamlNode): Range {
    const range = (node as Node | null | undefined)?.range;
    return range ? this.#shift({ start: range[0], end: range[1] }) : { start: this.offset, end: this.offset };
  }

  /** The entries of a mapping; `what` names it in the message where the node is something else. */
  entries(node: YamlNode, what: string): readonly YamlEntry[] | undefined {
    if (this.#refusesAlias(node)) return undefined;
    if (!isMap(node)) {
      this.problem('yaml-not-a-mapping', node, what);
      return undefined;
    }
    return this.#uniqueEntries(node);
  }

  /** Like `entries`, as a map; keys that are not among `known` are problems. */
  fields(node: YamlNode, what: string, known: readonly string[]): ReadonlyMap<string, YamlEntry> | undefined {
    const entries = this.entries(node, what);
    if (!entries) return undefined;
    const fields = new Map<string, YamlEntry>();
    for (const entry of entries) {
      if (known.includes(entry.key)) fields.set(entry.key, entry);
      else this.problem('yaml-unknown-key', entry.keyRange, entry.key, what, known.join(', '));
    }
    return fields;
  }

  /** The items of a list; a lone value is a problem, nothing at all an empty list. */
  items(node: YamlNode, what: string): readonly YamlNode[] {
    if (isEmpty(node) || this.#refusesAlias(node)) return [];
    if (!isSeq(node)) {
      this.problem('yaml-not-a-list', node, what);
      return [];
    }
    return node.items as YamlNode[];
  }

  /** A text. Numbers and booleans are taken as they are written (`012` stays `012`). */
  text(node: YamlNode, what: string): string | undefined {
    if (this.#refusesAlias(node)) return undefined;
    if (isScalar(node)) {
      if (typeof node.value === 'string' && node.value.trim() !== '') return node.value;
      if (typeof node.value === 'number' || typeof node.value === 'boolean')
        return node.source ?? String(node.value);
    }
    this.problem('yaml-not-a-text', node, what);
    return undefined;
  }

  /** Texts of a list. */
  texts(node: YamlNode, what: string): { text: string; node: YamlNode }[] {
    return this.items(node, what).flatMap((item) => {
      const text = this.text(item, what);
      return text === undefined ? [] : [{ text, node: item }];
    });
  }

  /** Texts of a list, or a lone text as a list of one. */
  textOrTexts(node: YamlNode, what: string): string[] {
    if (isSeq(node)) return this.texts(node, what).map(({ text }) => text);
    const text = this.text(node, what);
    return text === undefined ? [] : [text];
  }

  /** One text for all, or one per language. */
  localized(node: YamlNode, what: string): Localized | undefined {
    if (!isMap(node)) return this.text(node, what);
    const texts: Record<string, string> = {};
    for (const entry of this.#languages(node, what)) {
      const text = this.text(entry.value, what);
      if (text !== undefined) texts[entry.key] = text;
    }
    return Object.keys(texts).length > 0 ? texts : undefined;
  }

  /** A list for all languages (`language` undefined), or one list per language. */
  localizedLists(
    node: YamlNode,
    what: string,
  ): { language: string | undefined; items: { text: string; node: YamlNode }[] }[] {
    if (!isMap(node)) return [{ language: undefined, items: this.texts(node, what) }];
    return this.#languages(node, what).map((entry) => ({
      language: entry.key,
      items: this.texts(entry.value, what),
    }));
  }

  /** A whole number. */
  integer(node: YamlNode, what: string): number | undefined {
    if (this.#refusesAlias(node)) return undefined;
    if (isScalar(node) && Number.isSafeInteger(node.value)) return node.value as number;
    this.problem('yaml-not-a-number', node, what);
    return undefined;
  }

  /** True or false. */
  flag(node: YamlNode, what: string): boolean | undefined {
    if (this.#refusesAlias(node)) return undefined;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.problem('yaml-not-a-flag', node, what);
    return undefined;
  }

  #languages(node: YAMLMap, what: string): YamlEntry[] {
    return this.#uniqueEntries(node).filter((entry) => {
      const known = languageKey.test(entry.key);
      if (!known) this.problem('yaml-not-a-language', entry.keyRange, entry.key, what);
      return known;
    });
  }

  #uniqueEntries(node: YAMLMap): YamlEntry[] {
    const seen = new Set<string>();
    const entries: YamlEntry[] = [];
    for (const pair of node.items) {
      const key = pair.key as YamlNode;
      if (!isScalar(key)) {
        this.problem('yaml-bad-key', key);
        continue;
      }
      const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
      if (seen.has(name)) {
        this.problem('yaml-duplicate-key', key, name);
        continue;
      }
      seen.add(name);
      entries.push({
        key: name,
        keyRange: this.rangeOf(key),
        value: (pair.value as YamlNode) ?? emptyAfter(key),
      });
    }
    return entries;
  }

  #refusesAlias(node: YamlNode): boolean {
    if (!isAlias(node)) return false;
    this.problem('yaml-alias', node, node.source);
    return true;
  }

  #shift(range: Range): Range {
    return { start: range.start + this.offset, end: range.end + this.offset };
  }
}

/** The value that `{key}` and `? key` leave out, so that it has a place all the same. */
function emptyAfter(key: Scalar): Scalar {
  const empty = new Scalar(null);
  const end = key.range?.[1] ?? 0;
  empty.range = [end, end, end];
  return empty;
}

/** The entry of a key that has a value; `key:` with nothing after it is as good as no key. */
export function filled(fields: ReadonlyMap<string, YamlEntry>, key: string): YamlEntry | undefined {
  const entry = fields.get(key);
  return isEmpty(entry?.value) ? undefined : entry;
}

/** True where a value was left out or is YAML's null. */
export function isEmpty(node: YamlNode): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}
