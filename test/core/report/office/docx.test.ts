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
import { renderEmf } from '../../../../src/core/report/office/emf';
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

  it('repeats what it has a line for, and nothing else', async () => {
    const link = (line: number) => ({ kind: 'link', text: 'P01', href: `../a.txt#L${line}` }) as const;
    const columns = [textColumn('Code'), numberColumn('Codings')];
    const { document, files } = await documentOf([
      [
        heading(1, 'Case'),
        { kind: 'list', items: [] },
        { kind: 'list', items: [1, 2, 3].map((line) => [{ kind: 'anchor', id: `q${line}` }, link(line)]) },
        { kind: 'table', caption: '', columns, rows: [] },
        {
          kind: 'table',
          caption: '',
          columns,
          rows: [
            [link(4), '1'],
            ['b', ''],
            ['c', '3'],
          ],
          total: ['All', '4'],
        },
      ],
    ]);
    const items = all(document, 'w:p').filter((part) => styleOf(part) === 'ListParagraph');
    expect(items.map((part) => wordsOf(part))).toEqual(['P01', 'P01', 'P01']);
    const tables = all(document, 'w:tbl').map((table) =>
      all(table, 'w:tr').map((row) =>
        all(row, 'w:tc')
          .map((cell) => wordsOf(cell))
          .join(),
      ),
    );
    expect(tables).toEqual([['Code,Codings'], ['Code,Codings', 'P01,1', 'b,', 'c,3', 'All,4']]);
    const ids = all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id']);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    const leading = all(files.get('word/_rels/document.xml.rels')!, 'Relationship').filter(
      ({ attributes }) => attributes.Target === '../a.txt',
    );
    expect(leading).toHaveLength(1);
  });

  it('shows pictures by SVG and by a metafile, and their numbers below', async () => {
    const svg =
      '<svg width="100" height="40" xmlns="http://www.w3.org/2000/svg"><rect width="100" height="40" fill="#ffffff"></rect><text x="5" y="20">Te duur</text></svg>';
    const picture: Block = {
      kind: 'picture',
      drawing: { svg, width: 100, height: 40 },
      title: 'Codes',
      caption: 'What is counted.',
      table: { kind: 'table', caption: 'Codes', columns: [textColumn('Code')], rows: [['Time']] },
      repeats: false,
    };
    const bytes = await renderDocx([[heading(1, 'Case'), picture, picture]], 'nl', 'Case');
    const archive = filesOf(bytes);
    const media = [...archive.keys()].filter((path) => path.startsWith('word/media/'));
    expect(media.map((path) => path.slice(path.lastIndexOf('.'))).sort()).toEqual(
      expect.arrayContaining(['.emf', '.svg']),
    );
    expect(media.some((path) => path.endsWith('.bmp'))).toBe(false);
    const written = (ending: string) => archive.get(media.find((path) => path.endsWith(ending))!)!;
    expect(Buffer.from(written('.svg')).toString('utf8')).toBe(svg);
    expect(Buffer.from(written('.emf'))).toEqual(Buffer.from(renderEmf(svg, 100, 40)));
    const files = xmlFilesOf(bytes);
    const relations = all(files.get('word/_rels/document.xml.rels')!, 'Relationship');
    const targets = new Map(relations.map(({ attributes }) => [attributes.Id, attributes.Target]));
    const document = files.get('word/document.xml')!;
    for (const [name, ending] of [
      ['a:blip', '.emf'],
      ['asvg:svgBlip', '.svg'],
    ] as const) {
      const used = all(document, name).map(({ attributes }) => targets.get(attributes['r:embed'])!);
      expect(used).toHaveLength(2);
      for (const target of used) {
        expect(target.endsWith(ending)).toBe(true);
        expect(archive.has(`word/${target}`)).toBe(true);
      }
    }
    const kinds = all(files.get('[Content_Types].xml')!, 'Default').map(
      ({ attributes }) => attributes.Extension,
    );
    expect(kinds).toEqual(expect.arrayContaining(['emf', 'svg']));
    expect(all(document, 'w:tbl')).toHaveLength(2);
    expect(
      Buffer.from(await renderDocx([[heading(1, 'Case'), picture, picture]], 'nl', 'Case')).equals(
        Buffer.from(bytes),
      ),
    ).toBe(true);
  });

  it('makes a picture that is taller than a page small enough for one', async () => {
    const picture: Block = {
      kind: 'picture',
      drawing: { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 800, height: 2400 },
      title: 'Codes',
      caption: 'What is counted.',
      table: { kind: 'table', caption: 'Codes', columns: [textColumn('Code')], rows: [['Time']] },
      repeats: true,
    };
    const { files } = await documentOf([[heading(1, 'Case'), picture]]);
    const document = files.get('word/document.xml')!;
    const { cx, cy } = all(document, 'wp:extent')[0]!.attributes;
    const page = all(document, 'w:pgSz')[0]!.attributes['w:h'];
    const margin = all(document, 'w:pgMar')[0]!.attributes['w:top'];
    // A twentieth of a point is 635 English Metric Units.
    expect(Number(cy) / 635).toBeLessThan(Number(page) - 2 * Number(margin));
    expect(Number(cy) / Number(cx)).toBeCloseTo(3, 1);
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
