import type { Problem } from '../../problem';
import type { ProblemCode } from '../../problemCatalog';
import { decodeWindows1252 } from '../../text/decode';
import type { Marked } from '../documents/flow';
import { tableLines } from '../documents/tables';
import { ImportError, importProblem } from '../importError';
import type { Draft, ImportSource } from './importedTranscript';

const deepest = 500;
/** Stands at the end of a table's cell until the rows are put together. */
const cellEnd = '\u0007';
/** Groups that hold no text of the document. */
const skipped = new Set(
  [
    'fonttbl colortbl stylesheet info pict footnote header headerl headerr headerf footer footerl footerr footerf',
  ].flatMap((names) => [
    ...names.split(' '),
    'object',
    'fldinst',
    'listtext',
    'generator',
    'xmlnstbl',
    'rsidtbl',
    'themedata',
  ]),
);
/** What a person is told of. */
const told: ReadonlyMap<string, ProblemCode> = new Map([
  ['annotation', 'import-rtf-comments'],
  ['footnote', 'import-rtf-footnotes'],
  ['pict', 'import-picture'],
  ['object', 'import-picture'],
]);
const characters: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', row: '\n', sect: '\n', page: '\n', tab: '\t', cell: cellEnd },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ' },
};
const symbols: Readonly<Record<string, string>> = {
  ...{ '{': '{', '}': '}', '\\': '\\', '~': '\u00a0', _: '-', '-': '', '\n': '\n', '\r': '\n' },
};

interface State {
  /** Nothing of this group is text. */
  readonly skip: boolean;
  /** Signs that stand after `\u` for readers that do not know it. */
  readonly substitutes: number;
  /** Removed by a change that is tracked. */
  readonly deleted: boolean;
}

/** Reads Rich Text Format: the text as it stands, with tracked changes accepted. */
export function readRtf({ name, bytes }: ImportSource): Draft {
  const source = new TextDecoder('latin1').decode(bytes);
  if (!/^\s*\{\\rtf/.test(source)) throw new ImportError('import-damaged');
  const reader = new RtfReader(name, source);
  return { text: withTables(reader.read()), comments: [], warnings: reader.warnings };
}

/** Lines that are rows of a table, made into turns where its columns say who speaks. */
function withTables(text: string): string {
  const lines: string[] = [];
  let rows: Marked[][] = [];
  const endTable = () => {
    lines.push(...tableLines(rows).map((line) => line.text));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes(cellEnd)) {
      const cells = line.split(cellEnd).slice(0, -1);
      rows.push(cells.map((cell) => ({ text: cell, marks: [] })));
      continue;
    }
    endTable();
    lines.push(line);
  }
  endTable();
  return lines.join('\n');
}

class RtfReader {
  readonly warnings: Problem[] = [];
  readonly #told = new Set<ProblemCode>();
  readonly #outer: State[] = [];
  readonly #text: string[] = [];
  #state: State = { skip: false, substitutes: 1, deleted: false };
  #at = 0;
  #paragraphs = 1;
  #decode = decoderOf(1252);
  /** Bytes of a code page that are not decoded yet, since a character may take two. */
  #bytes: number[] = [];
  #toSkip = 0;

  constructor(
    private readonly file: string,
    private readonly source: string,
  ) {}

  read(): string {
    const { source } = this;
    const special = /[\\{}\r\n]/g;
    while (this.#at < source.length) {
      special.lastIndex = this.#at;
      const next = special.exec(source)?.index ?? source.length;
      if (next > this.#at) this.#plain(source.slice(this.#at, next));
      this.#at = next + 1;
      if (source[next] === '{') this.#open();
      else if (source[next] === '}') this.#close();
      else if (source[next] === '\\') this.#control();
    }
    this.#flush();
    return this.#text.join('');
  }

  #open(): void {
    this.#flush();
    if (this.#outer.length > deepest) throw new ImportError('import-damaged');
    this.#outer.push(this.#state);
    this.#toSkip = 0;
  }

  #close(): void {
    this.#flush();
    this.#state = this.#outer.pop() ?? this.#state;
    this.#toSkip = 0;
  }

  #plain(text: string): void {
    const said = text.slice(this.#toSkip);
    this.#toSkip = Math.max(0, this.#toSkip - text.length);
    if (said === '') return;
    this.#flush();
    this.#add(said);
  }

  #control(): void {
    const word = /[a-zA-Z]{1,40}(-?\d{1,10})? ?/y;
    word.lastIndex = this.#at;
    const match = word.exec(this.source);
    if (!match) {
      this.#symbol();
      return;
    }
    this.#at += match[0].length;
    const name = /^[a-zA-Z]+/.exec(match[0])![0];
    const value = match[1] === undefined ? undefined : Number(match[1]);
    if (name === 'u' && value !== undefined) this.#unicode(value);
    else if (this.#toSkip > 0) this.#toSkip--;
    else this.#word(name, value);
  }

  #word(name: string, value: number | undefined): void {
    this.#flush();
    if (name === 'bin') this.#at += Math.max(0, value ?? 0);
    else if (name === 'uc') this.#state = { ...this.#state, substitutes: Math.max(0, value ?? 1) };
    else if (name === 'ansicpg') this.#decode = decoderOf(value ?? 1252);
    else if (name === 'mac') this.#decode = decoderOf(10000);
    else if (name === 'deleted' || name === 'v') this.#state = { ...this.#state, deleted: value !== 0 };
    else if (name === 'plain') this.#state = { ...this.#state, deleted: false };
    else if (skipped.has(name)) this.#leaveOut(name);
    else if (Object.hasOwn(characters, name)) this.#add(characters[name]!);
  }

  #symbol(): void {
    const symbol = this.source[this.#at++] ?? '';
    if (symbol === "'") {
      const byte = Number.parseInt(this.source.slice(this.#at, this.#at + 2), 16);
      this.#at += 2;
      if (this.#toSkip > 0) this.#toSkip--;
      else if (!Number.isNaN(byte) && !this.#isHidden) this.#bytes.push(byte);
    } else if (symbol === '*') this.#destination();
    else {
      this.#flush();
      if (Object.hasOwn(symbols, symbol)) this.#add(symbols[symbol]!);
    }
  }

  /** A group for readers that know it, such as a comment: left out. */
  #destination(): void {
    if (/^\\annotation\b/.test(this.source.slice(this.#at, this.#at + 20))) this.#leaveOut('annotation');
    this.#state = { ...this.#state, skip: true };
  }

  #leaveOut(name: string): void {
    this.#state = { ...this.#state, skip: true };
    const code = told.get(name);
    if (code === undefined || this.#told.has(code)) return;
    this.#told.add(code);
    this.warnings.push(importProblem(this.file, this.#paragraphs, code));
  }

  #unicode(value: number): void {
    this.#flush();
    const unit = value < 0 ? value + 0x10000 : value;
    this.#add(unit === 0xad ? '' : String.fromCharCode(unit & 0xffff));
    this.#toSkip = this.#state.substitutes;
  }

  get #isHidden(): boolean {
    return this.#state.skip || this.#state.deleted;
  }

  #add(text: string): void {
    if (this.#isHidden || text === '') return;
    if (text === '\n') this.#paragraphs++;
    this.#text.push(text);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = this.#decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#add(text.replaceAll('\u00ad', ''));
  }
}

const otherLabels: Readonly<Record<number, string>> = {
  ...{ 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 10000: 'macintosh', 65001: 'utf-8' },
};

/** What decodes a code page of Windows; the Western one where it is not known. */
function decoderOf(page: number): (bytes: Uint8Array) => string {
  if (page === 1252) return decodeWindows1252;
  try {
    const decoder = new TextDecoder(otherLabels[page] ?? `windows-${page}`);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decodeWindows1252;
  }
}
