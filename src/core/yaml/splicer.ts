import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { tooDeepPlace } from './depth';
import { isEmpty, type YamlNode } from './reader';
import { blockItem, type Fields, flowMapping, scalarText } from './render';
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
 * Changes a YAML text that a person wrote, by splices at its nodes: comments, order, quoting, line ends and
 * every other byte stay. The result is read again and must say exactly what was meant.
 */
export class YamlSplicer {
  readonly root: YamlNode;
  readonly #eol: string;
  readonly #splices: Splice[] = [];
  readonly #shapes = new Map<Node, Shape>();
  #meaning: Shape;

  constructor(readonly text: string) {
    this.root = parseRoot(text, 'yaml-syntax');
    this.#eol = /\r?\n/.exec(text)?.[0] ?? '\n';
    this.#meaning = shapeOf(this.root, this.#shapes);
  }

  /** Gives a key of a mapping a text. A new key goes after the first of `after` that there is, else to the end. */
  setText(map: YAMLMap, key: string, value: string, after: readonly string[] = []): void {
    const pair = pairOf(map, key);
    const neighbor = after.map((one) => pairOf(map, one)).find((one) => one !== undefined);
    if (pair) this.#replaceValue(pair, value);
    else this.#insertPair(map, key, ` ${scalarText(value)}`, neighbor);
    this.#expect(map, key, textShape(value), neighbor);
  }

  /**
   * Adds a mapping of texts to the end of the list at a key of a mapping; in an empty document, of a new one.
   * @param listIndent how much further in a new list's dashes stand than its key
   */
  appendItem(map: YAMLMap | undefined, key: string, fields: Fields, listIndent: number): void {
    const item = { pairs: fields.map(([name, text]): [Shape, Shape] => [textShape(name), textShape(text)]) };
    if (!map) {
      this.#insertLines(this.text.length, [`${key}:`, ...blockItem(fields, ' '.repeat(listIndent))]);
      this.#meaning = { pairs: [[textShape(key), { items: [item] }]] };
      return;
    }
    const pair = pairOf(map, key);
    const value = pair?.value as YamlNode;
    const items = isSeq(value) ? (this.#shapes.get(value) as { items: Shape[] }).items : [];
    if (isSeq(value) && items.length > 0) this.#appendToList(value, fields);
    else if (pair) this.#fillList(map, pair, fields, listIndent);
    else if (map.flow) this.#insertPair(map, key, ` [${flowMapping(fields)}]`);
    else this.#insertPair(map, key, this.#lines(this.#newList(map, fields, listIndent)));
    this.#expect(map, key, { items: [...items, item] });
  }

  /** The changed text. Throws where it does not say what was meant. */
  result(): string {
    let text = this.text;
    for (const splice of [...this.#splices].sort((a, b) => b.start - a.start)) {
      text = text.slice(0, splice.start) + splice.text + text.slice(splice.end);
    }
    const meaning = shapeOf(parseRoot(text, 'yaml-shape'), new Map());
    if (JSON.stringify(meaning) !== JSON.stringify(this.#meaning)) throw new YamlEditError('yaml-shape');
    return text;
  }

  #replaceValue(pair: Pair, text: string): void {
    const value = pair.value as YamlNode;
    if (isLeftOut(value)) this.#splice(this.#endOfKey(pair), ` ${scalarText(text)}`);
    else if (isScalar(value)) this.#splice(value.range![0], scalarText(text, value.type), this.#endOf(value));
    else if (isAlias(value)) this.#splice(value.range![0], scalarText(text), this.#endOf(value));
    else throw new YamlEditError('yaml-shape');
  }

  #insertPair(map: YAMLMap, key: string, value: string, after = map.items.at(-1)): void {
    if (!after) this.#splice(map.range![0] + 1, ` ${key}:${value} `);
    else if (map.flow) this.#splice(this.#endOfPair(after), `, ${key}:${value}`);
    else this.#insertLines(this.#endOfPair(after), [`${this.#indent(map)}${key}:${value}`]);
  }

  /** A list that is there in name only: `codes:`, `codes: []`, `codes: ~`. */
  #fillList(map: YAMLMap, pair: Pair, fields: Fields, listIndent: number): void {
    const value = pair.value as YamlNode;
    const colon = this.#endOfKey(pair);
    if (!isSeq(value) && !isEmpty(value)) throw new YamlEditError('yaml-shape');
    if (isSeq(value) && (map.flow || this.text.slice(...this.#span(value)).trim() !== '[]')) {
      this.#splice(value.range![0] + 1, flowMapping(fields));
      return;
    }
    const end = isLeftOut(value) ? colon : value!.range![1];
    if (map.flow) {
      this.#splice(colon, ` [${flowMapping(fields)}]`, end);
      return;
    }
    if (end > colon) this.#splice(colon, '', end);
    this.#insertLines(end, this.#newList(map, fields, listIndent));
  }

  #newList(map: YAMLMap, fields: Fields, listIndent: number): string[] {
    return blockItem(fields, this.#indent(map) + ' '.repeat(listIndent));
  }

  #appendToList(list: YAMLSeq, fields: Fields): void {
    const [first, last] = [list.items[0] as Node, list.items.at(-1) as Node];
    const end = this.#endOf(last);
    if (list.flow) {
      this.#splice(end, `, ${flowMapping(fields)}`);
      return;
    }
    const dash = list.range![0];
    const gap = /^ +$/.exec(this.text.slice(dash + 1, first.range![0]))?.[0];
    const lines = blockItem(fields, ' '.repeat(this.#column(dash)), gap);
    const apart = this.#hasBlankLines(list) && !this.#keepsLastLines(last);
    this.#insertLines(end, apart ? ['', ...lines] : lines);
  }

  /** True where the writer keeps the list's items apart by blank lines. */
  #hasBlankLines(list: YAMLSeq): boolean {
    const [before, last] = list.items.slice(-2) as [Node, Node | undefined];
    return !!last && /\n[ \t]*\r?\n/.test(this.text.slice(this.#endOf(before), last.range![0]));
  }

  /** Puts whole lines after the line on which something ends. */
  #insertLines(end: number, lines: readonly string[]): void {
    const isLineStart = end === 0 || this.text[end - 1] === '\n';
    const newline = this.text.indexOf('\n', end);
    const rest = this.text.slice(end, newline === -1 ? undefined : newline).replace(/\r$/, '');
    if (isLineStart) this.#splice(end, this.#lines(lines).slice(this.#eol.length) + this.#eol);
    else this.#splice(end + rest.length, this.#lines(lines));
  }

  #lines(lines: readonly string[]): string {
    return lines.map((line) => this.#eol + line).join('');
  }

  #endOfPair(pair: Pair): number {
    const value = pair.value as YamlNode;
    return isLeftOut(value) ? this.#endOfKey(pair) : this.#endOf(value!);
  }

  #endOfKey(pair: Pair): number {
    const end = (pair.key as Node).range![1];
    return end + (/^[ \t]*:/.exec(this.text.slice(end, end + 80))?.[0].length ?? 0);
  }

  /** Where what a node says ends; the library's own ranges take in comments and lines that follow. */
  #endOf(node: Node): number {
    if (isMap(node) && !node.flow) return this.#endOfPair(node.items.at(-1)!);
    if (isSeq(node) && !node.flow) return this.#endOf(node.items.at(-1) as Node);
    const [start, end] = this.#span(node);
    const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    if (!isBlock || this.#keepsLastLines(node)) return end;
    return start + this.text.slice(start, end).trimEnd().length;
  }

  /** True where blank lines after a node are part of what it says: it ends with a block of text marked `+`. */
  #keepsLastLines(node: YamlNode): boolean {
    if (isMap(node) && !node.flow) return this.#keepsLastLines(node.items.at(-1)!.value as YamlNode);
    if (isSeq(node) && !node.flow) return this.#keepsLastLines(node.items.at(-1) as YamlNode);
    return isScalar(node) && /^[|>]\d?\+/.test(this.text.slice(...this.#span(node)));
  }

  #span(node: Node): [start: number, end: number] {
    return [node.range![0], node.range![1]];
  }

  #indent(map: YAMLMap): string {
    return ' '.repeat(this.#column((map.items[0]!.key as Node).range![0]));
  }

  #column(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  #splice(start: number, text: string, end = start): void {
    this.#splices.push({ start, end, text });
  }

  /** Notes what a mapping must say of a key in the result. */
  #expect(map: YAMLMap, key: string, value: Shape, after?: Pair): void {
    const { pairs } = this.#shapes.get(map) as MappingShape;
    const pair = pairOf(map, key);
    if (pair) pairs[map.items.indexOf(pair)]![1] = value;
    else pairs.splice(after ? map.items.indexOf(after) + 1 : pairs.length, 0, [textShape(key), value]);
  }
}

function parseRoot(text: string, reason: YamlEditError['reason']): YamlNode {
  if (tooDeepPlace(text)) throw new YamlEditError(reason);
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0) throw new YamlEditError(reason);
  return document.contents as YamlNode;
}

/** True where nothing is written; `~` and `null` are written. */
function isLeftOut(node: YamlNode): boolean {
  return isEmpty(node) && !(node && isScalar(node) && node.source);
}
