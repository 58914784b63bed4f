import { strFromU8, unzipSync } from 'fflate/browser';
import { SaxesParser } from 'saxes';

/** An element of an XML file, with what it says itself. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  text: string;
}

/** The files of an archive. */
export function filesOf(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(archive)));
}

/** The XML files of an archive, each read strictly: what is not well-formed throws. */
export function xmlFilesOf(archive: Uint8Array): ReadonlyMap<string, Xml> {
  const xml = [...filesOf(archive)].filter(([path]) => /\.(?:xml|rels)$/.test(path));
  return new Map(xml.map(([path, bytes]) => [path, parseXml(strFromU8(bytes))]));
}

function parseXml(text: string): Xml {
  const top: Xml = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Xml = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    open.at(-1)!.text += words;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return top.children[0]!;
}

/** The elements of a name in another, at any depth, in their order. */
export function all(element: Xml, name: string): Xml[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** What an element says with all in it. */
export function wordsOf(element: Xml, name = 'w:t'): string {
  return all(element, name)
    .map(({ text }) => text)
    .join('');
}
