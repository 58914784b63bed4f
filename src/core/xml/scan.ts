import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What hears of the parts of an XML text, in their order, by names such as `w:p`. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Text between two marks, or a part of it, with its references decoded. */
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

/** A document that people write nests some 30 levels; a name is looked up through all of them. */
const deepest = 256;
const chunk = 65_536;

/**
 * Reads an XML text strictly and once through. No document type is let in, so that nothing is expanded or fetched.
 * Throws an XmlError.
 * @param text with `\n` line ends
 * @param prefixes that names get here by their namespaces, whatever prefixes the text itself uses; others have none
 */
export function scanXml(text: string, prefixes: ReadonlyMap<string, string>, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  const nameOf = (uri: string, local: string) => {
    const prefix = prefixes.get(uri);
    return prefix === undefined ? local : `${prefix}:${local}`;
  };
  const fail = (kind: XmlError['kind']) => {
    throw new XmlError(kind, Math.min(parser.position, text.length));
  };
  const said = (part: string) => {
    if (depth > 0 && part !== '') handler.text(part);
  };
  let depth = 0;
  parser.on('error', () => fail('damaged'));
  parser.on('doctype', () => fail('document-type'));
  parser.on('opentagstart', () => {
    if (++depth > deepest) fail('too-deep');
  });
  parser.on('opentag', ({ uri, local, attributes }) =>
    handler.open(nameOf(uri, local), own(attributes, nameOf)),
  );
  parser.on('closetag', ({ uri, local }) => {
    depth--;
    handler.close(nameOf(uri, local));
  });
  parser.on('text', said);
  parser.on('cdata', said);
  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk));
  parser.close();
}

/** The attributes of a tag but for those that declare namespaces. */
function own(
  attributes: SaxesTagNS['attributes'],
  nameOf: (uri: string, local: string) => string,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const key in attributes) {
    const { prefix, name, uri, local, value } = attributes[key]!;
    if (prefix !== 'xmlns' && name !== 'xmlns') values.set(nameOf(uri, local), value);
  }
  return values;
}
