/** An element to be written: its attributes in order, those that are undefined left out, and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: readonly XmlElement[] | string;
}

/** An element with elements in it, or with text. */
export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

/** A document of one element, indented, in UTF-8. Characters that XML cannot hold become U+FFFD. */
export function writeXml(root: XmlElement): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, '', lines);
  return `${lines.join('\n')}\n`;
}

function write({ name, attributes, content }: XmlElement, indent: string, lines: string[]): void {
  const all = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`],
  );
  const tag = `${indent}<${name}${all.join('')}`;
  if (typeof content === 'string') {
    lines.push(content === '' ? `${tag}/>` : `${tag}>${escapeText(content)}</${name}>`);
  } else if (content.length === 0) {
    lines.push(`${tag}/>`);
  } else {
    lines.push(`${tag}>`);
    for (const child of content) write(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** True where XML can hold all of a text. */
export function fitsXml(text: string): boolean {
  return text.search(forbidden) === -1;
}

function escapeText(text: string): string {
  const safe = text.replace(forbidden, '\ufffd').replace(/[&<>]/g, (character) => entities[character]!);
  // A reader turns a carriage return that stands as itself into a line feed.
  return safe.replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\n\t]/g, (space) => `&#${space.charCodeAt(0)};`);
}
