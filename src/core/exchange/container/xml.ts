import { SaxesParser } from 'saxes';
import { decodeText } from '../../text/decode';
import { ImportError } from '../importError';

/** What hears of the parts of an XML text, by names such as `w:p`, whatever prefixes the text itself uses. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** The prefixes that names get here, by what the namespaces begin with; others have none. */
const prefixes: readonly (readonly [namespace: string, prefix: string])[] = [
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:interview-coding:export:1', 'ic'],
];
const prefixOf = new Map(prefixes);

/** A document that people write nests some 30 levels; a name is looked up through all of them. */
const deepest = 256;
const chunk = 65_536;

/**
 * Reads an XML text from a file's bytes. No document type is let in, so that nothing is expanded or fetched.
 * @param file its name, for the ImportError that is thrown where it cannot be read
 */
export function readXml(file: string, bytes: Uint8Array, handler: XmlHandler): void {
  const { text } = decodeText(bytes);
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw new ImportError('import-bad-xml', file, error.message);
  });
  parser.on('doctype', () => {
    throw new ImportError('import-xml-doctype', file);
  });
  parser.on('opentagstart', () => {
    if (++depth > deepest) throw new ImportError('import-xml-too-deep', file);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = new Map<string, string>();
    for (const key in attributes) {
      const one = attributes[key]!;
      own.set(nameOf(one.uri, one.local), one.value);
    }
    handler.open(nameOf(uri, local), own);
  });
  parser.on('closetag', ({ uri, local }) => {
    depth--;
    handler.close(nameOf(uri, local));
  });
  parser.on('text', (said) => handler.text(said));
  parser.on('cdata', (said) => handler.text(said));
  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk));
  parser.close();
}

function nameOf(uri: string, local: string): string {
  const prefix = prefixOf.get(uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}
