import { decodeText } from '../../text/decode';
import { scanXml, XmlError, type XmlHandler } from '../../xml/scan';
import { ImportError } from '../importError';

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
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:interview-coding:export:1', 'ic'],
];
const prefixOf = new Map(prefixes);

/**
 * Reads an XML text from a file's bytes. No document type is let in, so that nothing is expanded or fetched.
 * @param file its name, for the ImportError that is thrown where it cannot be read
 */
export function readXml(file: string, bytes: Uint8Array, handler: XmlHandler): void {
  const { text } = decodeText(bytes);
  try {
    scanXml(text, prefixOf, handler);
  } catch (error) {
    throw error instanceof XmlError ? importErrorOf(file, text, error) : error;
  }
}

function importErrorOf(file: string, text: string, { kind, offset }: XmlError): ImportError {
  if (kind === 'document-type') return new ImportError('import-xml-doctype', file);
  if (kind === 'too-deep') return new ImportError('import-xml-too-deep', file);
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return new ImportError('import-bad-xml', file, String(line), String(column));
}
