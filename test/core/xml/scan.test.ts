import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { normalizeLineEnds } from '../../../src/core/text/decode';
import { scanXml, XmlError } from '../../../src/core/xml/scan';

const prefixes = new Map([
  ['urn:a', 'a'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** What a text says, part by part, with texts that follow each other as one; undefined where it is damaged. */
type Heard = readonly string[] | undefined;

class Notes {
  readonly parts: string[] = [];
  #isText = false;

  add(part: string): void {
    this.parts.push(part);
    this.#isText = false;
  }

  text(text: string): void {
    if (this.#isText) this.parts.push(this.parts.pop() + text);
    else this.parts.push(text);
    this.#isText = true;
  }

  open(name: string, attributes: Iterable<readonly [string, string]>): void {
    const values = [...new Map(attributes)];
    this.add(`<${name} ${values.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' ')}>`);
  }
}

function heard(text: string): Heard {
  const notes = new Notes();
  try {
    scanXml(text, prefixes, {
      open: (name, attributes) => notes.open(name, attributes),
      close: (name) => notes.add(`</${name}>`),
      text: (said) => notes.text(said),
    });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
  return notes.parts;
}

/** The same by a parser that others have written. */
function heardByOthers(text: string): Heard {
  const notes = new Notes();
  const parser = new SaxesParser({ xmlns: true });
  const nameOf = (uri: string, local: string) =>
    prefixes.has(uri) ? `${prefixes.get(uri)}:${local}` : local;
  let depth = 0;
  const refuse = () => {
    throw new XmlError('damaged', 0);
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth++;
    const own = Object.values(attributes).filter((one) => one.prefix !== 'xmlns' && one.name !== 'xmlns');
    notes.open(
      nameOf(uri, local),
      own.map((one) => [nameOf(one.uri, one.local), one.value]),
    );
  });
  parser.on('closetag', ({ uri, local }) => {
    depth--;
    notes.add(`</${nameOf(uri, local)}>`);
  });
  const said = (part: string) => {
    if (depth > 0 && part !== '') notes.text(part);
  };
  parser.on('text', said);
  parser.on('cdata', said);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
  return notes.parts;
}

const fragments = [
  ...[
    '<a>',
    '</a>',
    '<b>',
    '</b>',
    '<a/>',
    '<p:a>',
    '</p:a>',
    '<p:a/>',
    '<a',
    '>',
    '/>',
    '</a',
    '</ a>',
    '<',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    '\r',
    'x',
    'é',
    '😀',
    '\0',
    '\u0085',
    '\ufffe',
    ']]>',
    ']',
    '&',
    ';',
    '-',
    '--',
    '=',
    "'",
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x1F600;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&nope;',
    '&toString;',
    '"',
    '?>',
  ],
  ...[
    ' k="v"',
    " k='v'",
    ' k = "v"',
    ' k="a>b"',
    ' k="<"',
    ' k="&#10;"',
    ' k="\n"',
    ' k="&x;"',
    ' k',
    'k="v"',
  ],
  ...[
    ' xmlns="urn:a"',
    ' xmlns=""',
    ' xmlns:p="urn:a"',
    ' xmlns:p="urn:b"',
    ' xmlns:q="urn:a"',
    ' xmlns:p=""',
  ],
  ...[' p:k="v"', ' q:k="w"', ' xml:lang="nl"', ' xmlns:xml="x"', ' xmlns:xmlns="x"', ' xmlns:p="xmlns"'],
  ...['<!-- x -->', '<!--', '-->', '<!---->', '<!-- -- -->', '<!-', '<![CDATA[', '<![CDATA[ <x> ]]>', ']]'],
  ...['<?x?>', '<?x y?>', '<?xml?>', '<?XML x?>', '<? x?>', '<?', '<?xml version="1.0"?>', '<?x:y?>'],
  ...["<?xml version='1.0' encoding='utf-8' standalone='no'?>", '<?xml version="1.0"encoding="a"?>', '<!x>'],
  ...['<!DOCTYPE a>', '<!doctype a>', '<__proto__ constructor="1">', '</__proto__>', '<1>', '<:a/>', '<a:/>'],
];

/** Texts that are likely to be whole, with some damage. */
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('a', 'b', 'p:a', 'q:b', 'é'),
      fc.array(fc.constantFrom(...fragments.filter((one) => /^ .*=/.test(one))), { maxLength: 3 }),
      fc.array(tie('content'), { maxLength: 4 }),
    )
    .map(([name, attributes, content]) => `<${name}${attributes.join('')}>${content.join('')}</${name}>`),
  content: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...fragments),
    fc.string({ unit: 'binary' }),
    tie('element'),
  ),
}));
const rooted = element.map((one) => `<r xmlns:p="urn:a" xmlns:q="urn:q">${one}</r>`);
const loose = fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join(''));

describe('a text of XML', () => {
  it.each([
    ['of loose parts', loose],
    ['that is mostly whole', rooted],
  ])('%s says what another parser hears in it, or is damaged for both', (_, texts) => {
    fc.assert(
      fc.property(texts, (written) => {
        const text = normalizeLineEnds(written);
        expect(heard(text)).toEqual(heardByOthers(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('says where it is damaged', () => {
    const offsetOf = (text: string) => {
      try {
        scanXml(text, prefixes, { open() {}, close() {}, text() {} });
      } catch (error) {
        return (error as XmlError).offset;
      }
      return undefined;
    };
    expect(offsetOf('<a>\n<b k="1" k="2"/></a>')).toBe(18);
    expect(offsetOf('<a>ja\0</a>')).toBe(5);
    expect(offsetOf('<a>ja</b>')).toBe(5);
    expect(offsetOf('<a>ja')).toBe(5);
    expect(offsetOf('<a>ja</a>')).toBeUndefined();
  });

  it('takes no longer than its length, whatever it is made of', () => {
    const many = 100_000;
    const hostile = [
      `<a ${'k="v" '.repeat(many)}>`,
      `<a>${'<b xmlns:p="urn:a"/>'.repeat(many)}</a>`,
      `<a${' '.repeat(many)}`,
      `<a>${'<'.repeat(many)}`,
      `<a>${'&'.repeat(many)}</a>`,
      `<a k="${'>'.repeat(many)}"/>`,
      `<a>${`<b k="${'>'.repeat(300)}"/>`.repeat(3000)}</a>`,
      `<a ${Array.from({ length: many }, (_, at) => `xmlns:p${at}="u${at}"`).join(' ')}>${'<b xmlns:x="y"/>'.repeat(many)}</a>`,
      `${'<a xmlns:p="x">'.repeat(200)}${'<p:b q="1"/>'.repeat(many)}${'</a>'.repeat(200)}`,
    ];
    for (const text of hostile) heard(text);
  });
});
