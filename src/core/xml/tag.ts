import { decodeReferences } from './references';
import { Scope } from './scope';

/** The prefixes that names are to have, by namespace; names of others have none. */
export type Prefixes = ReadonlyMap<string, string>;

/** A tag that opens an element. */
export interface Tag {
  /** Such as `w:p`, with the prefix that its namespace is to have. */
  readonly name: string;
  /** As it stands in the text, with the prefix that it has there. */
  readonly written: string;
  /** By their names, as those of elements; those that declare namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  /** The namespaces in the element. */
  readonly scope: Scope<Tag>;
}

const first = String.raw`A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const part = String.raw`[${first}][${first}\-.0-9\xB7\u0300-\u036F\u203F\u2040]*`;
const name = `(?:(${part}):)?(${part})`;
const openName = new RegExp(name, 'uy');
const attribute = new RegExp(String.raw`[ \t\n]+${name}[ \t\n]*=[ \t\n]*(?:"([^<"]*)"|'([^<']*)')`, 'uy');
const end = /[ \t\n]*(\/?)>/y;

/** True for a name that an instruction may have. */
export function isName(text: string): boolean {
  return new RegExp(`^${part}$`, 'u').test(text);
}

/**
 * Reads the tag that begins at an offset, after its `<`.
 * @returns the tag and the offset after it, or only the offset where it is damaged
 */
export function readTag(
  text: string,
  from: number,
  scope: Scope<Tag>,
  prefixes: Prefixes,
): { tag?: Tag; at: number } {
  openName.lastIndex = from;
  const opened = openName.exec(text);
  if (!opened) return { at: from };
  const { written, at, isWhole } = writtenAt(text, openName.lastIndex);
  end.lastIndex = at;
  const closed = end.exec(text);
  const inner = isWhole && closed ? innerScope(written, scope) : undefined;
  const uri = inner?.uriOf(opened[1] ?? '');
  const attributes = inner && attributesIn(inner, written, prefixes);
  if (!closed || uri === undefined || !attributes) return { at };
  const name = nameOf(uri, opened[2]!, prefixes);
  const tag = { name, written: opened[0], attributes, isEmpty: closed[1] === '/', scope: inner };
  return { tag, at: end.lastIndex };
}

interface Written {
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
}

/** The attributes that stand at an offset, and the offset after the last that is whole. */
function writtenAt(text: string, from: number): { written: Written[]; at: number; isWhole: boolean } {
  const written: Written[] = [];
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (!match) return { written, at, isWhole: true };
    const value = decodeReferences((match[3] ?? match[4]!).replace(/[\t\n]/g, ' '));
    if (value === undefined) return { written, at, isWhole: false };
    written.push({ prefix: match[1] ?? '', local: match[2]!, value });
    at = attribute.lastIndex;
  }
}

/** The prefix that an attribute declares, empty for that of names without one; undefined for other attributes. */
function declaredBy({ prefix, local }: Written): string | undefined {
  if (prefix === 'xmlns') return local;
  return prefix === '' && local === 'xmlns' ? '' : undefined;
}

/** The namespaces within a tag that declares some, or else those around it; undefined where XML forbids them. */
function innerScope(written: readonly Written[], outer: Scope<Tag>): Scope<Tag> | undefined {
  let inner: Scope<Tag> | undefined;
  for (const one of written) {
    const prefix = declaredBy(one);
    if (prefix === undefined) continue;
    inner ??= new Scope(outer);
    if (!inner.declare(prefix, one.value.trim())) return undefined;
  }
  return inner ?? outer;
}

/** Undefined where one has no namespace, or comes twice. */
function attributesIn(
  scope: Scope<Tag>,
  written: readonly Written[],
  prefixes: Prefixes,
): ReadonlyMap<string, string> | undefined {
  const attributes = new Map<string, string>();
  const known = new Set<string>();
  for (const one of written) {
    const { prefix, local, value } = one;
    const isDeclaration = declaredBy(one) !== undefined;
    const uri = isDeclaration ? prefix : prefix === '' ? '' : scope.uriOf(prefix);
    const key = `${isDeclaration ? 'declares' : ''} ${uri} ${local}`;
    if (uri === undefined || known.has(key)) return undefined;
    known.add(key);
    if (!isDeclaration) attributes.set(nameOf(uri, local, prefixes), value);
  }
  return attributes;
}

function nameOf(uri: string, local: string, prefixes: Prefixes): string {
  const prefix = prefixes.get(uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}
