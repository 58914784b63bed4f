import { ImportError } from '../importError';
import { readXml } from './xml';

/** An element of an XML text. Names are in lower case: there are programs that do not keep to any. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

interface OpenNode {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: OpenNode[];
  text: string;
}

/** How many elements a text may have; those of large projects have a quarter of a million. */
const mostElements = 1_000_000;

/** The root of an XML text. Throws an ImportError as `readXml` does, and where it has too many elements. */
export function readXmlTree(file: string, bytes: Uint8Array): XmlNode {
  const top: OpenNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  let elements = 0;
  readXml(file, bytes, {
    open(name, attributes) {
      if (++elements > mostElements) throw new ImportError('import-project-too-large');
      const lower = new Map([...attributes].map(([key, value]) => [key.toLowerCase(), value]));
      const node: OpenNode = { name: name.toLowerCase(), attributes: lower, children: [], text: '' };
      open.at(-1)!.children.push(node);
      open.push(node);
    },
    close() {
      open.pop();
    },
    text(text) {
      open.at(-1)!.text += text;
    },
  });
  return top.children[0] ?? top;
}
