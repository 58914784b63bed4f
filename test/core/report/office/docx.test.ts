import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  heading,
  numberColumn,
  paragraph,
  quoteBlock,
  textColumn,
} from '../../../../src/core/report/blocks';
import { renderDocx } from '../../../../src/core/report/office/docx';
import { all, filesOf, wordsOf, type Xml, xmlFilesOf } from './officeFiles';

const report: Block[] = [
  heading(1, 'Case'),
  paragraph({ kind: 'emphasis', text: 'Study' }),
  heading(2, 'What hinders'),
  quoteBlock('“Te duur” (manager, Noord) [', { kind: 'link', text: 'Q1', href: '#q1' }, ']'),
  { kind: 'list', items: [['one'], ['two']], first: 3 },
  { kind: 'list', items: [['within']], depth: 1 },
  {
    kind: 'table',
    caption: 'Numbers',
    columns: [textColumn('Code'), numberColumn('Codings')],
    rows: [['Time', '1.234']],
    total: ['All', '1.234'],
  },
  heading(3, 'Sources'),
  {
    kind: 'list',
    items: [
      [
        { kind: 'anchor', id: 'q1' },
        { kind: 'strong', text: 'Q1' },
        ' “Te duur” ',
        { kind: 'link', text: 'P01, line 7', href: '../transcripts/a/one.txt#L7' },
      ],
    ],
  },
];

const documentOf = async (articles: readonly (readonly Block[])[], language: 'en' | 'nl' = 'nl') => {
  const files = xmlFilesOf(await renderDocx(articles, language, 'Case'));
  return { files, document: files.get('word/document.xml')! };
};
const styleOf = (part: Xml) => all(part, 'w:pStyle')[0]?.attributes['w:val'];

describe('a document of Word', () => {
  it('has headings, quotes and tables with header rows as Word knows them', async () => {
    const { document, files } = await documentOf([report]);
    const styles = all(document, 'w:p').map((part) => [styleOf(part), wordsOf(part)]);
    expect(styles).toContainEqual(['Heading1', 'Case']);
    expect(styles).toContainEqual(['Heading2', 'What hinders']);
    expect(styles).toContainEqual(['Heading3', 'Sources']);
    expect(styles).toContainEqual(['Quote', '“Te duur” (manager, Noord) [Q1]']);
    expect(styles).toContainEqual(['Caption', 'Numbers']);
    const rows = all(all(document, 'w:tbl')[0]!, 'w:tr');
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0]);
    expect(rows.map((row) => all(row, 'w:tc').map((cell) => wordsOf(cell)))).toEqual([
      ['Code', 'Codings'],
      ['Time', '1.234'],
      ['All', '1.234'],
    ]);
    expect(all(files.get('word/styles.xml')!, 'w:lang')[0]!.attributes['w:val']).toBe('nl-NL');
    expect(all(files.get('word/footer1.xml')!, 'w:instrText').map(({ text }) => text.trim())).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
    expect(all(document, 'w:instrText').some(({ text }) => text.startsWith('TOC'))).toBe(true);
  });

  it('leads from a quote to its source, and from there to the transcript', async () => {
    const { document, files } = await documentOf([report]);
    const bookmarks = all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    const inside = all(document, 'w:hyperlink').flatMap(({ attributes }) =>
      attributes['r:id'] === undefined ? [attributes['w:anchor']] : [],
    );
    expect(inside).toContain('q1');
    for (const anchor of inside) expect(bookmarks).toContain(anchor);
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    const relations = all(files.get('word/_rels/document.xml.rels')!, 'Relationship').map(
      ({ attributes }) => attributes,
    );
    const outside = all(document, 'w:hyperlink').filter(({ attributes }) => attributes['r:id']);
    const targets = outside.map(({ attributes }) => ({
      target: relations.find(({ Id }) => Id === attributes['r:id'])?.Target,
      anchor: attributes['w:anchor'],
    }));
    expect(targets).toEqual([{ target: '../transcripts/a/one.txt', anchor: 'L7' }]);
  });

  it('counts numbered lists on from the number they begin at', async () => {
    const { files } = await documentOf([report]);
    const starts = all(files.get('word/numbering.xml')!, 'w:abstractNum').map(
      (list) => all(list, 'w:start')[0]!.attributes['w:val'],
    );
    expect(starts).toContain('3');
  });

  it('is the same bytes every time, whatever was written before', async () => {
    const first = await renderDocx([report], 'nl', 'Case');
    await renderDocx([report, report], 'en', 'Other');
    expect(Buffer.from(await renderDocx([report], 'nl', 'Case')).equals(Buffer.from(first))).toBe(true);
    expect(new TextDecoder().decode(filesOf(first).get('docProps/core.xml'))).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('is well-formed whatever stands in it, and shows that something could not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        const hostile = `${words}\u0000\u000b\u001b\ud800\uffff<w:t>&amp;]]>"'`;
        const { document } = await documentOf([
          [
            heading(1, hostile),
            paragraph(hostile, { kind: 'link', text: hostile, href: '../x.txt' }),
            { kind: 'table', caption: hostile, columns: [textColumn(hostile)], rows: [[hostile]] },
          ],
        ]);
        expect(wordsOf(document)).toContain('□□□□□<w:t>&amp;]]>"\'');
      }),
      { numRuns: 25 },
    );
  });
});
