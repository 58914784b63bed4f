const xmlSpace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsSpace = 'http://www.w3.org/2000/xmlns/';
/** How many tags are remembered; documents repeat a few without end, and have others that never come back. */
const mostTags = 2000;
const longestTag = 500;

/** The namespaces that prefixes stand for somewhere in a text, and the tags that were read there. */
export class Scope<Tag> {
  readonly #uris = new Map<string, string>();
  readonly #tags = new Map<string, Tag>();

  constructor(private readonly outer?: Scope<Tag>) {
    if (outer) return;
    this.#uris.set('', '');
    this.#uris.set('xml', xmlSpace);
  }

  /** The namespace of a prefix; undefined where it stands for none. */
  uriOf(prefix: string): string | undefined {
    return this.#uris.get(prefix) ?? this.outer?.uriOf(prefix);
  }

  /** Lets a prefix, or none, stand for a namespace. False where XML forbids that. */
  declare(prefix: string, uri: string): boolean {
    const isXml = prefix === 'xml' || uri === xmlSpace;
    if (isXml && !(prefix === 'xml' && uri === xmlSpace)) return false;
    if (prefix === 'xmlns' || uri === xmlnsSpace || (prefix !== '' && uri === '')) return false;
    this.#uris.set(prefix, uri);
    return true;
  }

  /** A tag that was read here before, by all that stands between `<` and `>`. */
  tagOf(source: string): Tag | undefined {
    return this.#tags.get(source);
  }

  keep(source: string, tag: Tag): void {
    if (this.#tags.size < mostTags && source.length <= longestTag) this.#tags.set(source, tag);
  }
}
