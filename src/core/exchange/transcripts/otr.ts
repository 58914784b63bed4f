import type { Problem } from '../../problem';
import { ImportError, importProblem } from '../importError';
import { attributeOf, htmlParts } from './html';
import type { Draft, ImportSource } from './importedTranscript';
import { textOf } from './plain';
import { parseTime, timestamp } from './times';

const blocks = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'tr', 'table', 'blockquote', 'h1', 'h2', 'h3']);
const inline = new Set(['span', 'b', 'i', 'em', 'strong', 'u', 'a', 'font', 'td', 'tbody', 'sub', 'sup']);
const hidden = new Set(['script', 'style', 'title', 'head']);

/** Reads what oTranscribe exports: JSON with the text as HTML, and timestamps as elements in it. */
export function readOtr({ name, bytes }: ImportSource): Draft {
  const html = htmlOf(textOf(bytes));
  const lines = new OtrLines(name);
  for (const part of htmlParts(html)) {
    if (part.kind === 'text') lines.text(part.text);
    else lines.tag(part.kind, part.name, part.attributes);
  }
  return { text: lines.result(), comments: [], warnings: lines.warnings };
}

function htmlOf(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ImportError('import-bad-otr');
  }
  const html = typeof value === 'object' && value !== null && (value as { text?: unknown }).text;
  if (typeof html !== 'string') throw new ImportError('import-bad-otr');
  return html;
}

class OtrLines {
  readonly warnings: Problem[] = [];
  readonly #unknown = new Set<string>();
  readonly #lines: string[] = [''];
  /** At the beginning of a line, or after a space. */
  #isAfterSpace = true;
  /** What is skipped up to its end tag: a timestamp's own words, or what was never shown. */
  #skipped: string | undefined;

  constructor(private readonly file: string) {}

  text(text: string): void {
    if (this.#skipped !== undefined) return;
    const said = text
      .replace(/[^\S\u00a0]+/g, ' ')
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u00ad', '');
    const added = this.#isAfterSpace ? said.trimStart() : said;
    if (added === '') return;
    this.#lines[this.#lines.length - 1] += added;
    this.#isAfterSpace = added.endsWith(' ');
  }

  tag(kind: 'open' | 'close', name: string, attributes: string): void {
    if (this.#skipped !== undefined) {
      if (kind === 'close' && name === this.#skipped) this.#skipped = undefined;
      return;
    }
    if (blocks.has(name)) this.#break(name === 'br' || kind === 'close');
    else if (kind === 'close') return;
    else if (hidden.has(name)) this.#skipped = name;
    else if (name === 'span') this.#span(attributes);
    else if (!inline.has(name)) this.#tellUnknown(name);
  }

  result(): string {
    return this.#lines.map((line) => line.trim()).join('\n');
  }

  #break(always: boolean): void {
    if (!always && this.#lines.at(-1)!.trim() === '') return;
    this.#lines.push('');
    this.#isAfterSpace = true;
  }

  #span(attributes: string): void {
    const value = attributeOf(attributes, 'data-timestamp');
    if (value === undefined) return;
    const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : parseTime(value);
    const stamp = seconds === undefined ? undefined : timestamp(seconds);
    if (stamp === undefined) {
      this.warnings.push(importProblem(this.file, this.#lines.length, 'import-bad-timestamp', value));
      return;
    }
    this.text(' ');
    this.text(`${stamp} `);
    this.#skipped = 'span';
  }

  #tellUnknown(name: string): void {
    if (this.#unknown.has(name)) return;
    this.#unknown.add(name);
    this.warnings.push(importProblem(this.file, this.#lines.length, 'import-element', name));
  }
}
