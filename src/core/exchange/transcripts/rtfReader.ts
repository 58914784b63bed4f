import type { Problem } from '../../problem';
import type { Marked } from '../documents/flow';
import { ImportError, importProblem } from '../importError';
import { decoderOf } from './codePages';
import { RtfComments } from './rtfComments';
import { type Apart, RtfSink } from './rtfSink';

const deepest = 500;
/** Stands at the end of a table's cell, and between paragraphs in one, until the rows are put together. */
export const cellEnd = '\u0007';
export const cellBreak = '\u0006';
/** Groups that hold no text of the document. */
const skipped = new Set(
  [
    'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf object',
    'fldinst listtext pntext generator xmlnstbl rsidtbl themedata shpinst shprslt nonesttables',
  ].flatMap((names) => names.split(' ')),
);
/** Groups whose text is not the document's, or stands elsewhere in it. */
const apart: Readonly<Record<string, Apart>> = {
  ...{ footnote: 'note', annotation: 'comment', atnauthor: 'author', atnref: 'reference', atndate: 'date' },
  ...{ atnparent: 'parent', atrfstart: 'start', atrfend: 'end', shptxt: 'box' },
};
const characters: Readonly<Record<string, string>> = {
  ...{
    par: '\n',
    line: '\n',
    nestrow: '\n',
    nestcell: '\t',
    sect: '\n',
    page: '\n',
    tab: '\t',
    cell: cellEnd,
  },
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ' },
};
const symbols: Readonly<Record<string, string>> = {
  ...{ '{': '{', '}': '}', '\\': '\\', '~': '\u00a0', _: '-', '-': '', '\n': '\n', '\r': '\n' },
};

interface State {
  /** Nothing of this group is text. */
  readonly skip: boolean;
  /** Skipped since it is a drawing, which may have a text box in it. */
  readonly isShape: boolean;
  readonly inTable: boolean;
  /** Signs that stand after `\u` for readers that do not know it. */
  readonly substitutes: number;
  /** Removed by a change that is tracked. */
  readonly deleted: boolean;
  readonly to: RtfSink;
}

const plainState = { skip: false, isShape: false, inTable: false, substitutes: 1, deleted: false };

/** Takes down the text of an RTF file, word after word, with marks where its comments are. */
export class RtfReader {
  readonly warnings: Problem[] = [];
  readonly comments = new RtfComments();
  readonly #outer: State[] = [];
  readonly #document = new RtfSink('document');
  /** Text boxes of the paragraph that is being read; they stand after it. */
  #boxes: RtfSink[] = [];
  #state: State = { ...plainState, to: this.#document };
  /** The next word begins a group that is left out unless it is known. */
  #isOptional = false;
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

  /** The lines of the document. */
  read(): Marked {
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
    while (this.#outer.length > 0) this.#close();
    this.#flush();
    if (this.#boxes.length > 0) this.#document.add('\n');
    this.#addBoxes();
    return this.#document;
  }

  #open(): void {
    this.#flush();
    if (this.#outer.length > deepest) throw new ImportError('import-damaged');
    this.#outer.push(this.#state);
    this.#toSkip = 0;
    this.#isOptional = false;
  }

  #close(): void {
    this.#flush();
    const { to } = this.#state;
    this.#state = this.#outer.pop() ?? this.#state;
    this.#toSkip = 0;
    this.#isOptional = false;
    if (to !== this.#state.to) this.#end(to);
  }

  /** Puts what stood apart from the document where it belongs. */
  #end(sink: RtfSink): void {
    const { kind } = sink;
    const said = sink.text.replaceAll(cellEnd, '\n').replaceAll(cellBreak, '\n').trim();
    const { to } = this.#state;
    if (kind === 'note') this.#add(said === '' ? '' : ` [${said.replace(/\s+/g, ' ')}]`);
    else if (kind === 'start' || kind === 'end') to.mark(kind, said);
    else if (kind === 'comment') to.mark('point', this.comments.add(said));
    else if (kind !== 'box') this.comments.know(kind as Exclude<typeof kind, 'document'>, said);
    else if (to.kind === 'document') this.#boxes.push(sink);
    else to.append(sink);
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
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (Object.hasOwn(apart, name)) this.#standApart(apart[name]!);
    else if (isOptional || skipped.has(name)) this.#leaveOut(name);
    else if (name === 'bin') this.#at += Math.max(0, value ?? 0);
    else if (name === 'ansicpg') this.#decode = decoderOf(value ?? 1252);
    else if (name === 'mac') this.#decode = decoderOf(10000);
    else if (name === 'row') this.#add('\n');
    else if (Object.hasOwn(characters, name)) this.#character(characters[name]!);
    else this.#state = { ...this.#state, ...this.#changeOf(name, value) };
  }

  #changeOf(name: string, value: number | undefined): Partial<State> {
    if (name === 'uc') return { substitutes: Math.max(0, value ?? 1) };
    if (name === 'deleted' || name === 'v') return { deleted: value !== 0 };
    if (name === 'plain') return { deleted: false };
    if (name === 'intbl') return { inTable: true };
    return name === 'pard' ? { inTable: false } : {};
  }

  #character(character: string): void {
    this.#add(character === '\n' && this.#state.inTable ? cellBreak : character);
  }

  #standApart(kind: Apart): void {
    const { skip, isShape, substitutes } = this.#state;
    if (kind === 'box' ? isShape : !skip) this.#state = { ...plainState, substitutes, to: new RtfSink(kind) };
  }

  #leaveOut(name: string): void {
    const { skip } = this.#state;
    this.#state = { ...this.#state, skip: true, isShape: name === 'shpinst' && !skip };
    if (skip || this.warnings.length > 0 || (name !== 'pict' && name !== 'object')) return;
    this.warnings.push(importProblem(this.file, this.#paragraphs, 'import-picture'));
  }

  #symbol(): void {
    const symbol = this.source[this.#at++] ?? '';
    if (symbol === "'") {
      const byte = Number.parseInt(this.source.slice(this.#at, this.#at + 2), 16);
      this.#at += 2;
      if (this.#toSkip > 0) this.#toSkip--;
      else if (!Number.isNaN(byte) && !this.#isHidden) this.#bytes.push(byte);
    } else if (symbol === '*') this.#isOptional = true;
    else {
      this.#flush();
      if (Object.hasOwn(symbols, symbol)) this.#character(symbols[symbol]!);
    }
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
    const { to } = this.#state;
    to.add(text);
    if (text !== '\n' || to !== this.#document) return;
    this.#paragraphs++;
    this.#addBoxes();
  }

  #addBoxes(): void {
    for (const box of this.#boxes) {
      this.#document.append(box);
      if (!box.text.endsWith('\n')) this.#document.add('\n');
    }
    this.#boxes = [];
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = this.#decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#add(text.replaceAll('\u00ad', ''));
  }
}
