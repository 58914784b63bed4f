import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { isEmpty, type YamlNode } from './reader';

/**
 * Where the nodes of a YAML text stand as a person sees them; the library's own ranges take in comments and
 * lines that follow.
 */
export class YamlLayout {
  constructor(readonly text: string) {}

  /** Where what a node says ends. */
  endOf(node: Node): number {
    if (isMap(node) && !node.flow) return this.endOfPair(node.items.at(-1)!);
    if (isSeq(node) && !node.flow) return this.endOf(node.items.at(-1) as Node);
    const [start, end] = this.span(node);
    const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    if (!isBlock || this.keepsLastLines(node)) return end;
    return start + this.text.slice(start, end).trimEnd().length;
  }

  endOfPair(pair: Pair): number {
    const value = pair.value as YamlNode;
    return isLeftOut(value) ? this.endOfKey(pair) : this.endOf(value!);
  }

  /** Where the colon of a key ends. */
  endOfKey(pair: Pair): number {
    const end = (pair.key as Node).range![1];
    return end + (/^[ \t]*:/.exec(this.text.slice(end, end + 80))?.[0].length ?? 0);
  }

  /** True where blank lines after a node are part of what it says: it ends with a block of text marked `+`. */
  keepsLastLines(node: YamlNode): boolean {
    if (isMap(node) && !node.flow) return this.keepsLastLines(node.items.at(-1)!.value as YamlNode);
    if (isSeq(node) && !node.flow) return this.keepsLastLines(node.items.at(-1) as YamlNode);
    return isScalar(node) && /^[|>]\d?\+/.test(this.text.slice(...this.span(node)));
  }

  span(node: Node): [start: number, end: number] {
    return [node.range![0], node.range![1]];
  }

  /** The column of a mapping's keys, as spaces. */
  indentOf(map: YAMLMap): string {
    return ' '.repeat(this.column((map.items[0]!.key as Node).range![0]));
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line after that of an offset begins; the offset itself where it begins one. */
  nextLine(offset: number): number {
    if (offset === 0 || this.text[offset - 1] === '\n') return offset;
    const newline = this.text.indexOf('\n', offset);
    return newline === -1 ? this.text.length : newline + 1;
  }

  /** The line that begins at an offset, without its end. */
  lineAt(start: number): string {
    const newline = this.text.indexOf('\n', start);
    return this.text.slice(start, newline === -1 ? undefined : newline).replace(/\r$/, '');
  }

  /** Past the blank lines that begin at the start of a line. */
  afterBlankLines(start: number): number {
    let at = start;
    while (at < this.text.length && this.lineAt(at).trim() === '') at = this.nextLine(at + 1);
    return at;
  }

  /** Before the blank lines that end at the start of a line. */
  beforeBlankLines(start: number): number {
    let at = start;
    while (at > 0 && this.lineAt(this.lineStart(at - 1)).trim() === '') at = this.lineStart(at - 1);
    return at;
  }
}

/** True where nothing is written; `~` and `null` are written. */
export function isLeftOut(node: YamlNode): boolean {
  return isEmpty(node) && !(node && isScalar(node) && node.source);
}
