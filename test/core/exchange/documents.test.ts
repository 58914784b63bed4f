import { describe, expect, it } from 'vitest';
import { docx, odt, paragraph, run } from './support/files';
import { bodyOf, read, warningsOf } from './support/read';

describe('a document of Word', () => {
  const body = async (...parts: readonly string[]) => bodyOf('a.docx', docx(parts.join('')));

  it('is read with tabs, breaks, hyphens, links, fields and smart quotes', async () => {
    const signs =
      '<w:r><w:t>I:</w:t><w:tab/><w:t>wet</w:t><w:softHyphen/><w:t>ten</w:t><w:noBreakHyphen/><w:t xml:space="preserve"> “ja”\u00ad</w:t><w:br/><w:t>twee</w:t></w:r>';
    const field =
      '<w:r><w:fldChar/><w:instrText> PAGE </w:instrText></w:r><w:hyperlink><w:r><w:t> hier</w:t></w:r></w:hyperlink>';
    expect(await body(paragraph(signs, field), paragraph(run('R: Zeeën 😀')))).toBe(
      'I:\twetten- “ja”\ntweehier\nR: Zeeën 😀\n',
    );
  });

  it('reads as it does when all changes are accepted', async () => {
    const removed = '<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>';
    const moved = `<w:moveFrom>${run('van')}</w:moveFrom><w:moveTo>${run('naar')}</w:moveTo>`;
    const endRemoved = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    expect(
      await body(
        paragraph(run('I: ja '), `<w:ins>${run('en ')}</w:ins>`, removed, moved),
        paragraph(endRemoved, run('R: een ')),
        paragraph(run('twee')),
      ),
    ).toBe('I: ja en naar\nR: een twee\n');
  });

  it('has notes where they are referred to, and says what is left out', async () => {
    const file = docx(
      paragraph(run('I: ja'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(' en.')) +
        paragraph(run('R: nee'), '<w:r><w:drawing><w:p><w:r><w:t>niet</w:t></w:r></w:p></w:drawing></w:r>') +
        paragraph(
          '<mc:AlternateContent><mc:Choice>',
          run('I: o'),
          '</mc:Choice><mc:Fallback>',
          run('x'),
          '</mc:Fallback></mc:AlternateContent>',
        ),
      {
        footnotes: `<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">${paragraph(run('lacht'))}</w:footnote>`,
      },
    );
    expect(await bodyOf('a.docx', file)).toBe('I: ja [lacht] en.\nR: nee\nI: o\n');
    expect(await warningsOf('a.docx', file)).toEqual(['2: import-picture']);
  });

  const row = (...cells: readonly string[]) =>
    `<w:tr>${cells
      .map(
        (cell) =>
          `<w:tc>${cell
            .split('\n')
            .map((one) => paragraph(run(one)))
            .join('')}</w:tc>`,
      )
      .join('')}</w:tr>`;
  const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

  it('has turns in a table that says who speaks, and when', async () => {
    const rows = [
      row('Tijd', 'Wie', 'Wat'),
      row('0:01', 'Anna:', 'Ja?'),
      row('(0:05)', 'Piet', 'Nee.\nEcht'),
      row('', 'Anna', 'O.'),
    ];
    expect(await body(table(...rows))).toBe(
      'Tijd\tWie\tWat\n[00:00:01] Anna: Ja?\n[00:00:05] Piet: Nee.\nEcht\nAnna: O.\n',
    );
  });

  it('has the cells of other tables beside each other, and a table in a table', async () => {
    const inner = table(row('c', 'd'));
    const outer = `<w:tbl>${row('a', 'b')}<w:tr><w:tc>${inner}${paragraph(run('e'))}</w:tc></w:tr></w:tbl>`;
    expect(await body(outer, paragraph(run('I: ja')))).toBe('a\tb\nc\td\ne\nI: ja\n');
  });

  const box = (...content: readonly string[]) =>
    `<w:drawing><wsp><w:txbxContent>${content.join('')}</w:txbxContent></wsp></w:drawing>`;
  const both = (content: string) =>
    `<w:r><mc:AlternateContent><mc:Choice>${box(content)}</mc:Choice><mc:Fallback><w:pict><w:txbxContent>${content}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  it('has text boxes once, after the paragraphs that they stand in', async () => {
    const removedEnd = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const inner = table(row('a', 'b'));
    const file = docx(
      paragraph(run('I: ja '), both(paragraph(run('kader')) + paragraph(run('meer'))), run('en nee')) +
        paragraph(removedEnd, run('R: een '), both(inner + paragraph(run('binnen')))) +
        paragraph(run('twee')) +
        `<w:tbl><w:tr><w:tc>${paragraph(run('x'), both(paragraph(run('y'))))}</w:tc></w:tr></w:tbl>` +
        paragraph(run('R: o'), `<w:r>${box(paragraph('<w:r><w:drawing/></w:r>', run('plaatje')))}</w:r>`),
    );
    expect(await bodyOf('a.docx', file)).toBe(
      'I: ja en nee\nkader\nmeer\nR: een twee\na\tb\nbinnen\nx\ny\nR: o\nplaatje\n',
    );
    expect((await warningsOf('a.docx', file)).map((one) => one.replace(/^\d+/, ''))).toEqual([
      ': import-picture',
    ]);
  });

  it('has comments on words in text boxes, and around them', async () => {
    const mark = (kind: string, id: number) => `<w:commentRange${kind} w:id="${id}"/>`;
    const inside = paragraph(run('in '), mark('Start', 1), run('kader'), mark('End', 1));
    const file = docx(paragraph(mark('Start', 0), run('I: ja '), both(inside), run('nee'), mark('End', 0)), {
      comments: [0, 1]
        .map((id) => `<w:comment w:id="${id}" w:author="A">${paragraph(run(`c${id}`))}</w:comment>`)
        .join(''),
    });
    const { body, comments } = await read('a.docx', file);
    expect(body).toBe('I: ja nee\nin kader\n');
    expect(comments.map(({ start, end, text }) => [body.slice(start, end), text])).toEqual([
      ['I: ja nee', 'c0'],
      ['kader', 'c1'],
    ]);
  });

  it('may use other prefixes and encodings', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>I: é</x:t></x:r></x:p></x:body></x:document>';
    const { zipSync } = await import('fflate/browser');
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')) });
    expect(await bodyOf('a.docx', bytes)).toBe('I: é\n');
  });

  it('has comments on the ranges that they were made on, nested, overlapping and over paragraphs', async () => {
    const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
    const end = (id: number) =>
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const comment = (id: number, text: string) =>
      `<w:comment w:id="${id}" w:author="Anna" w:date="2021-03-09T10:11:00Z">${paragraph(run(text))}</w:comment>`;
    const file = docx(
      paragraph(run('**I**: '), start(0), run('een '), start(1), run('twee'), end(1), end(0), run('.')) +
        paragraph(run('(0:05) R: drie '), start(2), run('vier')) +
        paragraph(run('vijf'), end(2), run(' zes')) +
        paragraph(run('R: punt'), '<w:r><w:commentReference w:id="3"/></w:r>'),
      {
        comments: [comment(0, 'a'), comment(1, 'b'), comment(2, 'c'), comment(3, 'd'), comment(4, 'e')].join(
          '',
        ),
      },
    );
    const { body, comments } = await read('a.docx', file);
    expect(body).toBe('I: een twee.\n[00:00:05] R: drie vier\nvijf zes\nR: punt\n');
    expect(
      comments.map(({ start, end, text, author, at }) => [body.slice(start, end), text, author, at]),
    ).toEqual([
      ['een twee', 'a', 'Anna', '2021-03-09T10:11:00.000Z'],
      ['twee', 'b', 'Anna', '2021-03-09T10:11:00.000Z'],
      ['vier\nvijf', 'c', 'Anna', '2021-03-09T10:11:00.000Z'],
      ['R: punt', 'd', 'Anna', '2021-03-09T10:11:00.000Z'],
    ]);
    expect(await warningsOf('a.docx', file)).toEqual(['1: import-comment-lost']);
  });
});

describe('a document of LibreOffice', () => {
  it('is read with spaces, tabs, breaks, notes, tables and changes', async () => {
    const file = odt(
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:h>Gesprek</text:h>
      <text:p>I: a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d <text:span>e</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>lacht</text:p></text:note-body></text:note></text:p>
      <table:table><table:table-row><table:table-cell><text:p>R</text:p></table:table-cell><table:table-cell><text:p>ja</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>R</text:p></table:table-cell><table:table-cell><text:p>nee</text:p></table:table-cell></table:table-row></table:table>`,
    );
    expect(await bodyOf('a.odt', file)).toBe('Gesprek\nI: a  b\tc\nd e [lacht]\nR: ja\nR: nee\n');
  });

  it('has text boxes after their paragraphs, and says that pictures are left out', async () => {
    const frame = (content: string) => `<draw:frame><svg:title>Foto</svg:title>${content}</draw:frame>`;
    const text = '<draw:text-box><text:p>kader</text:p><text:p>meer</text:p></draw:text-box>';
    const shape = '<draw:custom-shape><svg:desc>Pijl</svg:desc><text:p>vorm</text:p></draw:custom-shape>';
    const file = odt(
      `<text:p>I: ja${frame(text)}nee${shape}</text:p><text:p>R: o${frame('<draw:image/>')}</text:p>`,
    );
    expect(await bodyOf('a.odt', file)).toBe('I: janee\nkader\nmeer\nvorm\nR: o\n');
    expect((await warningsOf('a.odt', file)).map((one) => one.replace(/^\d+/, ''))).toEqual([
      ': import-picture',
    ]);
    expect(await warningsOf('a.odt', odt(`<text:p>I: ja${frame(text)}</text:p>`))).toEqual([]);
  });

  it('has comments with their ranges', async () => {
    const file = odt(
      '<text:p>I: <office:annotation office:name="x"><dc:creator>Anna</dc:creator><dc:date>2021-03-09T10:11:00</dc:date><text:p>drempel</text:p><text:p>memo</text:p></office:annotation>ja zeker<office:annotation-end office:name="x"/> ja</text:p>',
    );
    const { body, comments } = await read('a.odt', file);
    expect(body).toBe('I: ja zeker ja\n');
    expect(comments).toEqual([
      {
        id: 'x',
        author: 'Anna',
        at: '2021-03-09T10:11:00.000Z',
        text: 'drempel\nmemo',
        parent: undefined,
        start: 3,
        end: 11,
      },
    ]);
  });
});
