import { Document, isSeq, visit } from 'yaml';
import type { ListItem } from './items';
import { isPrintable } from './render';
import { type Shape, shapeOf } from './shape';

/** What YAML can say without tags. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** Several new items of a list that go in together, whatever is in them. */
export function wholeItems(values: readonly YamlValue[]): ListItem {
  const document = documentOf(values);
  const lines = document.toString({ lineWidth: 0 }).trimEnd().split('\n');
  const items = isSeq(document.contents) ? document.contents.items : [];
  return {
    lines: (gap = ' ') => {
      const further = gap.slice(1);
      return lines.map((line) =>
        line.startsWith('- ') ? `-${gap}${line.slice(2)}` : line === '' ? '' : `${further}${line}`,
      );
    },
    flow: values.map((value) => JSON.stringify(value)).join(', '),
    shapes: items.map((item): Shape => shapeOf(item as never, new Map())),
    open: false,
    apart: false,
  };
}

/** A whole document of a value. */
export function wholeText(value: YamlValue): string {
  return documentOf(value).toString({ lineWidth: 0 });
}

/** Lines as people write them where YAML reads the same from that, else in quotes. */
function documentOf(value: YamlValue): Document {
  const document = new Document(value);
  visit(document, {
    Scalar(_, scalar) {
      const { value: text } = scalar;
      if (typeof text !== 'string') return;
      const lines = text.split('\n');
      if (/^\s|\s$/.test(text) || !lines.every(isPrintable)) scalar.type = 'QUOTE_DOUBLE';
      else if (lines.length > 1) scalar.type = 'BLOCK_LITERAL';
    },
  });
  return document;
}
