import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isLeftOut } from './layout';
import { isEmpty, type YamlNode } from './reader';
import { flowList, literalText, scalarText } from './render';
import { pairOf, type Shape, textShape } from './shape';
import { endOfEmpty, YamlEditError, YamlSheet } from './sheet';

/** A list that would make its line longer than this is written one text a line. */
const longestLine = 100;

/** Changes what the keys of mappings say, in a YAML text that a person wrote. */
export class YamlSplicer extends YamlSheet {
  /** Gives a key of a mapping a text. A new key goes after the first of `after` that there is, else to the end. */
  setText(map: YAMLMap, key: string, value: string, after: readonly string[] = []): void {
    this.#set(map, key, (style) => scalarText(value, style), textShape(value), after);
  }

  /** As `setText`, for a text that may have several lines: these stay lines where the mapping has lines too. */
  setProse(map: YAMLMap, key: string, value: string, after: readonly string[] = []): void {
    const pair = pairOf(map, key);
    const { layout } = this;
    const end = pair && layout.endOfPair(pair);
    const hasRoom = end === undefined || this.text.slice(end, layout.nextLine(end)).trim() === '';
    const literal =
      map.flow || !hasRoom ? undefined : literalText(value, `${layout.indentOf(map)}  `, this.eol);
    this.#set(map, key, (style) => literal ?? scalarText(value, style), textShape(value), after);
  }

  /** Gives a key of a mapping a whole number. */
  setNumber(map: YAMLMap, key: string, value: number, after: readonly string[] = []): void {
    this.#set(map, key, () => String(value), `number ${value}`, after);
  }

  /** Takes a text away: with its key where that has lines of its own, else the key stays with nothing. */
  removeText(map: YAMLMap, key: string): void {
    const pair = pairOf(map, key);
    if (!pair || isEmpty(pair.value as YamlNode) || this.removeKey(map, key)) return;
    if (!isScalar(pair.value)) throw new YamlEditError('yaml-shape');
    this.splice(pair.value.range![0], '', this.layout.endOf(pair.value));
    this.expect(map, key, 'nothing');
  }

  /** Removes a key with what it says where that has lines of its own and no comments; false where it does not. */
  removeKey(map: YAMLMap, key: string): boolean {
    const pair = pairOf(map, key);
    return pair !== undefined && this.removePair(map, pair);
  }

  /** Gives a key of a mapping a flag, or takes it away where it has lines of its own. */
  setFlag(map: YAMLMap, key: string, value: boolean, after: readonly string[] = []): void {
    const pair = pairOf(map, key);
    if (!value && (!pair || this.removePair(map, pair))) return;
    this.#set(map, key, () => String(value), `boolean ${value}`, after);
  }

  /** Adds texts to the end of the list at a key of a mapping, or makes the list. */
  addTexts(map: YAMLMap, key: string, texts: readonly string[], after: readonly string[] = []): void {
    if (texts.length === 0) return;
    const pair = pairOf(map, key);
    const value = pair?.value as YamlNode;
    const items = isSeq(value) ? (this.shapes.get(value) as { items: Shape[] }).items : [];
    const neighbor = this.#neighbor(map, after);
    if (isSeq(value) && items.length > 0) this.#addToList(value, texts);
    else if (pair) this.#fillList(pair, texts);
    else this.insertPair(map, key, this.#newList(map, key, texts), neighbor);
    this.expect(map, key, { items: [...items, ...texts.map(textShape)] }, neighbor);
  }

  /** Gives an item of the list of texts at a key another text. */
  replaceText(map: YAMLMap, key: string, index: number, text: string): void {
    const list = pairOf(map, key)!.value as YAMLSeq<Node>;
    const node = list.items[index]!;
    const style = isScalar(node) ? node.type : undefined;
    this.splice(node.range![0], scalarText(text, style), this.layout.endOf(node));
    const { items } = this.shapes.get(list) as { items: Shape[] };
    this.expect(map, key, { items: items.with(index, textShape(text)) });
  }

  /** Adds texts to a language's list in the mapping of languages at a key, or makes that mapping. */
  addTextsOfLanguage(
    map: YAMLMap,
    key: string,
    language: string,
    texts: readonly string[],
    after: readonly string[] = [],
  ): void {
    const pair = pairOf(map, key);
    if (isMap(pair?.value)) {
      this.addTexts(pair.value, language, texts);
      return;
    }
    const neighbor = this.#neighbor(map, after);
    const list = ` { ${language}: ${flowList(texts)} }`;
    if (pair && this.#isEmptyList(pair.value as YamlNode)) {
      this.splice(this.layout.endOfKey(pair), list, endOfEmpty(this.layout, pair));
    } else if (pair) throw new YamlEditError('yaml-shape');
    else this.insertPair(map, key, list, neighbor);
    this.expect(map, key, { pairs: [[textShape(language), { items: texts.map(textShape) }]] }, neighbor);
  }

  /** Puts lines of comment into a mapping, below a key; below the mapping where that is on one line. */
  addComment(map: YAMLMap, below: string, lines: readonly string[]): void {
    const pair = map.flow ? undefined : pairOf(map, below);
    const end = pair ? this.layout.endOfPair(pair) : this.layout.endOf(map);
    const line = this.layout.lineAt(this.layout.lineStart(map.range![0]));
    const indent = map.flow ? `${/^ */.exec(line)![0]}  ` : this.layout.indentOf(map);
    this.insertLines(
      end,
      lines.map((one) => `${indent}# ${one}`.trimEnd()),
    );
  }

  #set(
    map: YAMLMap,
    key: string,
    text: (style?: string) => string,
    shape: Shape,
    after: readonly string[],
  ): void {
    const pair = pairOf(map, key);
    const neighbor = this.#neighbor(map, after);
    if (pair) this.#replaceValue(pair, text);
    else this.insertPair(map, key, ` ${text()}`, neighbor);
    this.expect(map, key, shape, neighbor);
  }

  #replaceValue(pair: Pair, text: (style?: string) => string): void {
    const { layout } = this;
    const value = pair.value as YamlNode;
    if (isLeftOut(value)) this.splice(layout.endOfKey(pair), ` ${text()}`);
    else if (isScalar(value)) this.splice(value.range![0], text(value.type), layout.endOf(value));
    else if (isAlias(value)) this.splice(value.range![0], text(), layout.endOf(value));
    else throw new YamlEditError('yaml-shape');
  }

  #addToList(list: YAMLSeq, texts: readonly string[]): void {
    const end = this.layout.endOf(list.items.at(-1) as Node);
    if (list.flow) {
      this.splice(end, texts.map((text) => `, ${scalarText(text)}`).join(''));
      return;
    }
    const indent = ' '.repeat(this.layout.column(list.range![0]));
    this.insertLines(
      end,
      texts.map((text) => `${indent}- ${scalarText(text)}`),
    );
  }

  /** A list that is there in name only. */
  #fillList(pair: Pair, texts: readonly string[]): void {
    const value = pair.value as YamlNode;
    if (isSeq(value)) this.splice(value.range![0] + 1, texts.map((text) => scalarText(text)).join(', '));
    else if (isEmpty(value)) {
      this.splice(this.layout.endOfKey(pair), ` ${flowList(texts)}`, endOfEmpty(this.layout, pair));
    } else throw new YamlEditError('yaml-shape');
  }

  #isEmptyList(value: YamlNode): boolean {
    return isEmpty(value) || (isSeq(value) && this.text.slice(...this.layout.span(value)) === '[]');
  }

  #newList(map: YAMLMap, key: string, texts: readonly string[]) {
    const list = ` ${flowList(texts)}`;
    if (map.flow || this.layout.indentOf(map).length + key.length + list.length < longestLine) return list;
    const indent = `${this.layout.indentOf(map)}  `;
    return { lines: texts.map((text) => `${indent}- ${scalarText(text)}`), open: false };
  }

  #neighbor(map: YAMLMap, after: readonly string[]): Pair | undefined {
    return after.map((key) => pairOf(map, key)).find((pair) => pair !== undefined);
  }
}
