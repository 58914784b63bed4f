import { isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isEmpty, type YamlNode } from './reader';
import { blockItem, type Fields, type FieldValue, flowMapping } from './render';
import { pairOf, type Shape, textShape } from './shape';
import { endOfEmpty, YamlEditError, YamlSheet } from './sheet';

/** A mapping that is an item of a list, on its own; or several that go in together. */
export interface ListItem {
  /** Its lines in a block list, the dash at column 0; `gap` stands behind the dash of one that is new. */
  lines(gap?: string): readonly string[];
  /** How it stands in a list on one line; undefined where it cannot. */
  readonly flow: string | undefined;
  readonly shapes: readonly Shape[];
  /** True where blank lines that follow would be taken for a part of it. */
  readonly open: boolean;
  /** True where it stood apart from its neighbors by blank lines. */
  readonly apart: boolean;
}

/**
 * The lines of a list's item: with the comments directly above it, and those below that stand further in. What
 * looks like the heading of a section is no comment on the item below it.
 */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly open: boolean;
}

const sectionHeading = /^#+ *[-=*─—]{3}|[-=*─—]{3}$/;

/** A new item. */
export function newItem(fields: Fields): ListItem {
  return {
    lines: (gap) => blockItem(fields, '', gap),
    flow: flowMapping(fields),
    shapes: [{ pairs: fields.map(([key, value]): [Shape, Shape] => [textShape(key), shapeOfValue(value)]) }],
    open: false,
    apart: false,
  };
}

function shapeOfValue(value: FieldValue): Shape {
  if (typeof value === 'number') return `number ${value}`;
  return typeof value === 'string' ? textShape(value) : { items: value.map(textShape) };
}

/** Takes items out of lists and puts them in, in a YAML text that a person wrote. */
export class YamlItems extends YamlSheet {
  /** Takes an item out of the list at a key of a mapping. */
  take(map: YAMLMap, key: string, index: number): ListItem {
    const pair = pairOf(map, key)!;
    const list = pair.value as YAMLSeq;
    const shape = this.shapes.get(list.items[index] as Node)!;
    const item = list.flow ? this.#takeFlow(list, index) : this.#takeBlock(list, index);
    const { items } = this.shapes.get(list) as { items: Shape[] };
    items.splice(index, 1);
    if (items.length === 0 && !list.flow) this.#leaveEmpty(map, pair, this.#block(list, 0));
    return { ...item, shapes: [shape] };
  }

  /**
   * Puts an item into the list at a key of a mapping, making the list where there is none; without a mapping,
   * into an empty document.
   * @param index before which item of the list; without it, at the end
   * @param listIndent how much further in a new list's dashes stand than its key
   */
  put(map: YAMLMap | undefined, key: string, item: ListItem, listIndent: number, index?: number): void {
    if (!map) {
      this.insertLines(this.text.length, [`${key}:`, ...indented(item.lines(), ' '.repeat(listIndent))]);
      this.meaning = { pairs: [[textShape(key), { items: [...item.shapes] }]] };
      return;
    }
    const pair = pairOf(map, key);
    const list = pair?.value as YamlNode;
    const items = isSeq(list) ? (this.shapes.get(list) as { items: Shape[] }).items : [];
    const at = index ?? items.length;
    if (isSeq(list) && items.length > 0) {
      if (list.flow) this.#putInFlow(list, item, at);
      else this.#putInBlock(list, item, at);
    } else if (pair) this.#fillList(map, pair, item, listIndent);
    else if (map.flow) this.insertPair(map, key, ` [${flowOf(item)}]`);
    else this.insertPair(map, key, this.#newList(map, item, listIndent));
    this.expect(map, key, { items: items.toSpliced(at, 0, ...item.shapes) });
  }

  /** How many items the list has that is the whole document. */
  get rootItems(): number {
    return isSeq(this.root) ? this.root.items.length : 0;
  }

  /**
   * Puts an item into the list that is the whole document, making it where the document is empty.
   * @param index before which item of the list
   */
  putInRoot(item: ListItem, index: number): void {
    const { root } = this;
    if (!isSeq(root) && !isEmpty(root)) throw new YamlEditError('yaml-shape');
    const { items } = isSeq(root) ? (this.shapes.get(root) as { items: Shape[] }) : { items: [] };
    items.splice(index, 0, ...item.shapes);
    this.meaning = { items };
    if (!isSeq(root)) this.insertLines(this.text.length, item.lines());
    else if (root.items.length === 0) this.splice(root.range![0] + 1, flowOf(item));
    else if (root.flow) this.#putInFlow(root, item, index);
    else if (index === 0 || index === root.items.length) this.#putInBlock(root, item, index);
    else this.#putBelow(root, item, index - 1);
  }

  /**
   * Removes an item of a list with the lines it has for itself. Comments stay that stand above it: they may be on
   * what follows too.
   */
  remove(list: YAMLSeq, index: number): void {
    const node = list.items[index] as Node;
    const { items } = this.shapes.get(list) as { items: Shape[] };
    items.splice(index, 1);
    if (list.flow) {
      this.#takeFlow(list, index);
      return;
    }
    const { layout } = this;
    const start = this.#dashLine(list, node, layout.column(list.range![0]));
    this.splice(start, items.length === 0 ? this.#noItems(list) : '', layout.nextLine(layout.endOf(node)));
    if (items.length === 0 && list === this.root) this.meaning = { items: [] };
  }

  /** What stands in the place of the last item of a list: a list in brackets. */
  #noItems(list: YAMLSeq): string {
    return `${' '.repeat(this.layout.column(list.range![0]) + (list === this.root ? 0 : 1))}[]${this.eol}`;
  }

  #takeBlock(list: YAMLSeq, index: number): Omit<ListItem, 'shapes'> {
    const { layout } = this;
    const block = this.#block(list, index);
    const column = layout.column(list.range![0]);
    const lines = this.text.slice(block.start, block.end).split(/\r?\n/);
    if (lines.at(-1) === '') lines.pop();
    const before = list.items[index - 1] as YamlNode;
    let { start, end } = block;
    if (index < list.items.length - 1 || (before && layout.keepsLastLines(before))) {
      end = layout.afterBlankLines(end);
    } else if (before) start = layout.beforeBlankLines(start);
    this.splice(start, '', end);
    const moved = lines.map((line) => line.replace(new RegExp(`^ {0,${column}}`), ''));
    const single = moved.length === 1 ? /^- +(\{.*\})$/.exec(moved[0]!)?.[1] : undefined;
    return { lines: () => moved, flow: single, open: block.open, apart: this.#hasBlankLines(list) };
  }

  #takeFlow(list: YAMLSeq, index: number): Omit<ListItem, 'shapes'> {
    const [before, node, after] = [index - 1, index, index + 1].map(
      (at) => list.items[at] as Node | undefined,
    );
    const [start, end] = this.layout.span(node!);
    const source = this.text.slice(start, end);
    if (after) this.#removeFromFlow(start, end, end, after.range![0]);
    else if (before) this.#removeFromFlow(start, end, before.range![1], start);
    else this.splice(start, '', end);
    const [first, ...others] = source.split(/\r?\n/);
    const lines = [`- ${first}`, ...others.map((line) => `    ${line.trimStart()}`.trimEnd())];
    return { lines: () => lines, flow: others.length === 0 ? source : undefined, open: false, apart: false };
  }

  /** Removes an item and the gap to its neighbor; of a gap with comments, the comma alone. */
  #removeFromFlow(start: number, end: number, gapStart: number, gapEnd: number): void {
    const gap = this.text.slice(gapStart, gapEnd);
    if (!gap.includes('#')) {
      this.splice(Math.min(start, gapStart), '', Math.max(end, gapEnd));
      return;
    }
    const comma = gap.replace(/#.*/g, (comment) => ' '.repeat(comment.length)).indexOf(',');
    this.splice(start, '', end);
    this.splice(gapStart + comma, '', gapStart + comma + 1);
  }

  /** What becomes of a list's key when its last item is taken. */
  #leaveEmpty(map: YAMLMap, pair: Pair, block: Block): void {
    const { layout } = this;
    const colon = layout.endOfKey(pair);
    const start = layout.lineStart((pair.key as Node).range![0]);
    const before = map.items[map.items.indexOf(pair) - 1];
    const alone =
      layout.lineAt(start).trim() === this.text.slice((pair.key as Node).range![0], colon) &&
      map !== this.root;
    if (!alone || !before || layout.keepsLastLines(before.value as YamlNode)) {
      this.splice(colon, ' []');
      return;
    }
    this.splice(start, '', Math.min(layout.nextLine(colon), block.start));
    const { pairs } = this.shapes.get(map) as { pairs: unknown[] };
    pairs.splice(map.items.indexOf(pair), 1);
  }

  #putInFlow(list: YAMLSeq, item: ListItem, index: number): void {
    const next = list.items[index] as Node | undefined;
    if (next) this.splice(next.range![0], `${flowOf(item)}, `);
    else this.splice(this.layout.endOf(list.items.at(-1) as Node), `, ${flowOf(item)}`);
  }

  #putInBlock(list: YAMLSeq, item: ListItem, index: number): void {
    const dash = list.range![0];
    const gap = /^ +$/.exec(this.text.slice(dash + 1, (list.items[0] as Node).range![0]))?.[0];
    const lines = indented(item.lines(gap), ' '.repeat(this.layout.column(dash)));
    const apart = list.items.length > 1 ? this.#hasBlankLines(list) : item.apart;
    if (index < list.items.length) {
      this.insertLines(this.#block(list, index).start, apart && !item.open ? [...lines, ''] : lines);
      return;
    }
    const last = this.#block(list, index - 1);
    this.insertLines(last.end, apart && !last.open ? ['', ...lines] : lines, item.open);
  }

  /** Puts an item directly below another one. */
  #putBelow(list: YAMLSeq, item: ListItem, above: number): void {
    const indent = ' '.repeat(this.layout.column(list.range![0]));
    const { end, open } = this.#block(list, above);
    this.insertLines(end, indented(item.lines(), indent), open);
  }

  /** A list that is there in name only: `codes:`, `codes: []`, `codes: ~`. */
  #fillList(map: YAMLMap, pair: Pair, item: ListItem, listIndent: number): void {
    const { layout } = this;
    const value = pair.value as YamlNode;
    const colon = layout.endOfKey(pair);
    if (!isSeq(value) && !isEmpty(value)) throw new YamlEditError('yaml-shape');
    if (isSeq(value) && (map.flow || this.text.slice(...layout.span(value)).trim() !== '[]')) {
      this.splice(value.range![0] + 1, flowOf(item));
      return;
    }
    const end = endOfEmpty(layout, pair);
    if (map.flow) {
      this.splice(colon, ` [${flowOf(item)}]`, end);
      return;
    }
    if (end > colon) this.splice(colon, '', end);
    const { lines, open } = this.#newList(map, item, listIndent);
    this.insertLines(end, lines, open);
  }

  #newList(map: YAMLMap, item: ListItem, listIndent: number) {
    const indent = this.layout.indentOf(map) + ' '.repeat(listIndent);
    return { lines: indented(item.lines(), indent), open: item.open };
  }

  /** True where the writer keeps the list's items apart by blank lines. */
  #hasBlankLines(list: YAMLSeq): boolean {
    const [before, last] = list.items.slice(-2) as [Node, Node | undefined];
    return !!last && /\n[ \t]*\r?\n/.test(this.text.slice(this.layout.endOf(before), last.range![0]));
  }

  #block(list: YAMLSeq, index: number): Block {
    const { layout } = this;
    const node = list.items[index] as Node;
    const column = layout.column(list.range![0]);
    const commentAt = (start: number) => /^( *)#/.exec(layout.lineAt(start))?.[1]?.length;
    const isOnItem = (start: number) =>
      commentAt(start) === column && !sectionHeading.test(layout.lineAt(start).trim());
    let start = this.#dashLine(list, node, column);
    while (start > 0 && isOnItem(layout.lineStart(start - 1))) start = layout.lineStart(start - 1);
    const contentEnd = layout.nextLine(layout.endOf(node));
    let end = contentEnd;
    for (let at = end; at < this.text.length; at = layout.nextLine(at + 1)) {
      const comment = commentAt(at);
      if (comment !== undefined && comment > column) end = layout.nextLine(at + 1);
      else if (layout.lineAt(at).trim() !== '') break;
    }
    return { start, end, open: end === contentEnd && layout.keepsLastLines(node) };
  }

  #dashLine(list: YAMLSeq, node: Node, column: number): number {
    const { layout } = this;
    const dash = `${' '.repeat(column)}-`;
    let start = layout.lineStart(node.range![0]);
    while (start > list.range![0] && !/^\s|^$/.test(this.#afterDash(start, dash))) {
      start = layout.lineStart(start - 1);
    }
    if (!layout.lineAt(start).startsWith(dash)) throw new YamlEditError('yaml-shape');
    return start;
  }

  /** What stands behind a dash at the start of a line; something that no dash has where there is none. */
  #afterDash(start: number, dash: string): string {
    const line = this.layout.lineAt(start);
    return line.startsWith(dash) ? line.slice(dash.length) : '-';
  }
}

function flowOf({ flow }: ListItem): string {
  if (flow === undefined) throw new YamlEditError('yaml-shape');
  return flow;
}

function indented(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line));
}
