import { decodeReferences, forbidden } from './references';
import { Scope } from './scope';
import { isName, type Prefixes, readTag, type Tag } from './tag';

/** What hears of the parts of an XML text, in their order, by names such as `w:p`. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Text between two marks, with its references decoded. */
  text(text: string): void;
}

/** Why an XML text is not read, and where. */
export class XmlError extends Error {
  constructor(
    readonly kind: 'damaged' | 'document-type' | 'too-deep',
    readonly offset: number,
  ) {
    super(kind);
  }
}

/** A document that people write nests some 30 levels. */
const deepest = 256;

const declaration =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/y;

/**
 * Reads an XML text strictly and once through, in a time that only its length decides. No document type is let in,
 * so that nothing is expanded or fetched. Throws an XmlError.
 * @param text with `\n` line ends
 * @param prefixes that names get here, whatever prefixes the text itself uses
 */
export function scanXml(text: string, prefixes: Prefixes, handler: XmlHandler): void {
  new Scanner(text, prefixes, handler).run();
}

class Scanner {
  readonly #open: Tag[] = [];
  readonly #top = new Scope<Tag>();
  #hasRoot = false;
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly prefixes: Prefixes,
    private readonly handler: XmlHandler,
  ) {}

  run(): void {
    const { text } = this;
    const bad = text.search(forbidden);
    if (bad !== -1) this.#fail(bad);
    this.#declaration();
    while (this.#at < text.length) {
      const next = text.indexOf('<', this.#at);
      const end = next === -1 ? text.length : next;
      if (end > this.#at) this.#text(text.slice(this.#at, end));
      this.#at = end;
      if (next !== -1) this.#mark();
    }
    if (this.#open.length > 0 || !this.#hasRoot) this.#fail(text.length);
  }

  #declaration(): void {
    if (!/^<\?xml[ \t\n?]/.test(this.text.slice(0, 6))) return;
    declaration.lastIndex = 0;
    if (!declaration.test(this.text)) this.#fail(0);
    this.#at = declaration.lastIndex;
  }

  /** What begins with the `<` that stands here. */
  #mark(): void {
    const { text } = this;
    const sign = text[this.#at + 1];
    if (sign === '/') this.#close();
    else if (sign === '?') this.#instruction();
    else if (sign !== '!') this.#tag();
    else if (text.startsWith('<!--', this.#at)) this.#comment();
    else if (text.startsWith('<![CDATA[', this.#at)) this.#characters();
    else if (/^<!DOCTYPE/i.test(text.slice(this.#at, this.#at + 9))) {
      throw new XmlError('document-type', this.#at);
    } else this.#fail();
  }

  #tag(): void {
    const { text } = this;
    if (this.#open.length === 0 && this.#hasRoot) this.#fail();
    if (this.#open.length >= deepest) throw new XmlError('too-deep', this.#at);
    this.#hasRoot = true;
    const from = this.#at + 1;
    const scope = this.#open.at(-1)?.scope ?? this.#top;
    const close = text.indexOf('>', from);
    if (close === -1) this.#fail();
    const source = text.slice(from, close);
    let tag = scope.tagOf(source);
    if (tag) this.#at = close + 1;
    else {
      const read = readTag(text, from, scope, this.prefixes);
      tag = read.tag ?? this.#fail(read.at);
      this.#at = read.at;
      // One with a `>` in a value ends later.
      if (read.at === close + 1) scope.keep(source, tag);
    }
    this.handler.open(tag.name, tag.attributes);
    if (tag.isEmpty) this.handler.close(tag.name);
    else this.#open.push(tag);
  }

  #close(): void {
    const tag = this.#open.pop() ?? this.#fail();
    const { written } = tag;
    let at = this.#at + 2;
    if (!this.text.startsWith(written, at)) this.#fail();
    at += written.length;
    while (' \t\n'.includes(this.text[at] ?? '>')) at++;
    if (this.text[at] !== '>') this.#fail();
    this.#at = at + 1;
    this.handler.close(tag.name);
  }

  #text(said: string): void {
    if (this.#open.length === 0) {
      if (/[^ \t\n]/.test(said)) this.#fail();
      return;
    }
    if (said.includes(']]>')) this.#fail(this.#at + said.indexOf(']]>'));
    this.handler.text(decodeReferences(said) ?? this.#fail());
  }

  #characters(): void {
    const from = this.#at + '<![CDATA['.length;
    const end = this.#find(']]>', from);
    if (this.#open.length === 0) this.#fail();
    if (end > from) this.handler.text(this.text.slice(from, end));
    this.#at = end + 3;
  }

  #comment(): void {
    const end = this.#find('--', this.#at + 4);
    if (this.text[end + 2] !== '>') this.#fail(end);
    this.#at = end + 3;
  }

  #instruction(): void {
    const end = this.#find('?>', this.#at + 2);
    const target = /^[^ \t\n]*/.exec(this.text.slice(this.#at + 2, end))![0];
    if (!isName(target) || target.toLowerCase() === 'xml') this.#fail();
    this.#at = end + 2;
  }

  #find(sign: string, from: number): number {
    const found = this.text.indexOf(sign, from);
    return found === -1 ? this.#fail() : found;
  }

  #fail(offset = this.#at): never {
    throw new XmlError('damaged', offset);
  }
}
