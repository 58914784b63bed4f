import { isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { tooDeepPlace } from './depth';
import { isLeftOut, YamlLayout } from './layout';
import type { YamlNode } from './reader';
import { type MappingShape, pairOf, type Shape, shapeOf, textShape } from './shape';

/** Why a YAML text was not changed: it has mistakes, or is written in a way that cannot be spliced. */
export class YamlEditError extends Error {
  constructor(readonly reason: 'yaml-syntax' | 'yaml-shape') {
    super(reason);
  }
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A YAML text that a person wrote, changed by splices at its nodes: comments, order, quoting, line ends and
 * every other byte stay. The result is read again and must say exactly what was meant.
 */
export class YamlSheet {
  readonly root: YamlNode;
  protected readonly layout: YamlLayout;
  protected readonly eol: string;
  protected readonly shapes = new Map<Node, Shape>();
  /** What the result must say. */
  protected meaning: Shape;
  readonly #splices: Splice[] = [];

  constructor(readonly text: string) {
    this.root = parseRoot(text, 'yaml-syntax');
    this.layout = new YamlLayout(text);
    this.eol = /\r?\n/.exec(text)?.[0] ?? '\n';
    this.meaning = shapeOf(this.root, this.shapes);
  }

  /** The changed text. Throws where it does not say what was meant. */
  result(): string {
    let text = this.text;
    for (const splice of [...this.#splices].sort((a, b) => b.start - a.start)) {
      text = text.slice(0, splice.start) + splice.text + text.slice(splice.end);
    }
    const meaning = shapeOf(parseRoot(text, 'yaml-shape'), new Map());
    if (JSON.stringify(meaning) !== JSON.stringify(this.meaning)) throw new YamlEditError('yaml-shape');
    return text;
  }

  protected splice(start: number, text: string, end = start): void {
    this.#splices.push({ start, end, text });
  }

  /**
   * Puts whole lines after the line on which something ends.
   * @param open true where blank lines that follow would be taken for a part of them
   */
  protected insertLines(end: number, lines: readonly string[], open = false): void {
    const next = this.layout.nextLine(end);
    const at = open ? this.layout.afterBlankLines(next) : next;
    const text = lines.join(this.eol);
    const endsMidLine = at > 0 && this.text[at - 1] !== '\n';
    if (endsMidLine) this.splice(at, this.eol + text + (open ? this.eol : ''));
    else this.splice(at, text + this.eol);
  }

  /** Adds `key:` and what follows it to a mapping, after a pair of it. */
  protected insertPair(
    map: YAMLMap,
    key: string,
    value: string | { lines: readonly string[]; open: boolean },
    after = map.items.at(-1),
  ): void {
    const { layout } = this;
    const [first, rest, open] =
      typeof value === 'string' ? [value, [], false] : ['', value.lines, value.open];
    if (!after) this.splice(map.range![0] + 1, ` ${key}:${first} `);
    else if (map.flow) this.splice(layout.endOfPair(after), `, ${key}:${first}`);
    else this.insertLines(layout.endOfPair(after), [`${layout.indentOf(map)}${key}:${first}`, ...rest], open);
  }

  /** Removes a pair that has its lines for itself; false where it does not. */
  protected removePair(map: YAMLMap, pair: Pair): boolean {
    const { layout, text } = this;
    const before = map.items[map.items.indexOf(pair) - 1];
    const start = layout.lineStart((pair.key as Node).range![0]);
    const end = layout.endOfPair(pair);
    const alone =
      text.slice(start, (pair.key as Node).range![0]).trim() === '' &&
      text.slice(end, layout.nextLine(end)).trim() === '' &&
      !text.slice(layout.endOfKey(pair), end).includes('#');
    if (map.flow || !alone || !before || layout.keepsLastLines(before.value as YamlNode)) return false;
    this.splice(start, '', layout.nextLine(end));
    const { pairs } = this.shapes.get(map) as MappingShape;
    pairs.splice(this.#indexIn(pairs, pair), 1);
    return true;
  }

  /** Notes what a mapping must say of a key in the result. */
  protected expect(map: YAMLMap, key: string, value: Shape, after?: Pair): void {
    const { pairs } = this.shapes.get(map) as MappingShape;
    const pair = pairOf(map, key);
    if (pair) pairs[this.#indexIn(pairs, pair)]![1] = value;
    else pairs.splice(after ? this.#indexIn(pairs, after) + 1 : pairs.length, 0, [textShape(key), value]);
  }

  /** Where a pair stands in what the result must say, from which others may be missing or to which they are new. */
  #indexIn(pairs: MappingShape['pairs'], { key }: Pair): number {
    const name = this.shapes.get(key as Node);
    return pairs.findIndex(([one]) => one === name);
  }
}

/** Where a value that is empty, or a list that is, can be replaced: from behind the colon. */
export function endOfEmpty(layout: YamlLayout, pair: Pair): number {
  const value = pair.value as YamlNode;
  return isLeftOut(value) ? layout.endOfKey(pair) : value!.range![1];
}

/** The text of a scalar as it reads; a number or a flag as it is written. */
export function scalarOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

/** What one edit makes is often what the next one starts from. */
let lastParsed: { readonly text: string; readonly root: YamlNode } | undefined;

function parseRoot(text: string, reason: YamlEditError['reason']): YamlNode {
  if (lastParsed?.text === text) return lastParsed.root;
  if (tooDeepPlace(text)) throw new YamlEditError(reason);
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0) throw new YamlEditError(reason);
  lastParsed = { text, root: document.contents as YamlNode };
  return lastParsed.root;
}
