import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanXml, XmlError } from '../../../src/core/xml/scan';

const prefixes = new Map([
  ['urn:a', 'a'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** What a text says, part by part; why it is not read, and where. */
function heard(text: string): readonly string[] | XmlError {
  const parts: string[] = [];
  try {
    scanXml(text, prefixes, {
      open: (name, attributes) =>
        parts.push(`<${[name, ...[...attributes].map((one) => one.join('='))].join(' ')}>`),
      close: (name) => parts.push(`</${name}>`),
      text: (said) => parts.push(said),
    });
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  return parts;
}

describe('a text of XML', () => {
  it('is heard by names that its own prefixes do not matter for', () => {
    const text =
      '<p:b xmlns:p="urn:a" xmlns:q="urn:q" p:k="1" q:k="2" k="3" xml:lang="nl"><c xmlns="urn:a"/></p:b>';
    expect(heard(text)).toEqual(['<a:b a:k=1 k=3 xml:lang=nl>', '<a:c>', '</a:c>', '</a:b>']);
  });

  it('is heard with its references decoded, and without comments and instructions', () => {
    const text =
      '<?xml version="1.0"?>\n<a>1 &lt; 2 &amp; &#x1F600;<!-- no --><?no no?><![CDATA[<b>]]></a>\n';
    expect((heard(text) as readonly string[]).join('')).toBe('<a>1 < 2 & 😀<b></a>');
  });

  it.each([
    '<a>',
    '<a></b>',
    '<a/><a/>',
    'a',
    '<a k="1" k="2"/>',
    '<a>&nope;</a>',
    '<p:a/>',
    '<a>\0</a>',
    '',
  ])('that is damaged is not read: %j', (text) => {
    expect(heard(text)).toMatchObject({ kind: 'damaged' });
  });

  it('says where it is damaged', () => {
    const text = `<a>\n${'<b/>\n'.repeat(50_000)}<b k="1" k="2"/>\n</a>`;
    const { offset } = heard(text) as XmlError;
    expect(text.slice(0, offset).split('\n').length).toBe(50_002);
  });

  it('with a document type is not read, whatever it declares', () => {
    for (const text of ['<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) {
      expect(heard(text)).toMatchObject({ kind: 'document-type' });
    }
  });

  it('that nests more deeply than any document is not read', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(heard(nested(256))).toHaveLength(512);
    expect(heard(nested(100_000))).toMatchObject({ kind: 'too-deep' });
  });

  it('gives back any words and values that were written with references', () => {
    const escaped = (text: string) =>
      [...text].map((one) => (/[\p{L} ]/u.test(one) ? one : `&#${one.codePointAt(0)};`)).join('');
    const words = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '<', '>', '&', '"', "'", '\n', ']', ' '),
    });
    fc.assert(
      fc.property(words, words, (said, value) => {
        const parts = heard(`<a k="${escaped(value)}">${escaped(said)}</a>`) as readonly string[];
        expect(parts.join('')).toBe(`<a k=${value}>${said}</a>`);
      }),
    );
  });

  it('takes no longer than its length, whatever it is made of', () => {
    const many = 50_000;
    const hostile = [
      `<a ${'k="v" '.repeat(many)}>`,
      `<a>${'<b xmlns:p="urn:a"/>'.repeat(many)}</a>`,
      `<a${' '.repeat(many)}`,
      `<a>${'<'.repeat(many)}`,
      `<a>${'&'.repeat(many)}</a>`,
      `<a k="${'>'.repeat(many)}"/>`,
      `<a ${Array.from({ length: many }, (_, at) => `xmlns:p${at}="u${at}"`).join(' ')}>${'<b xmlns:x="y"/>'.repeat(many)}</a>`,
      `${'<a xmlns:p="x">'.repeat(200)}${'<p:b q="1"/>'.repeat(many)}${'</a>'.repeat(200)}`,
    ];
    for (const text of hostile) heard(text);
  });
});
