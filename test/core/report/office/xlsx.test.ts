import { describe, expect, it } from 'vitest';
import { numberColumn, type Table, textColumn } from '../../../../src/core/report/blocks';
import { numberIn } from '../../../../src/core/report/office/numbers';
import { renderXlsx } from '../../../../src/core/report/office/xlsx';
import { all, type Xml, xmlFilesOf } from './officeFiles';

const tableOf = (rows: string[][], total?: string[]): Table => ({
  kind: 'table',
  caption: 'Numbers',
  columns: [textColumn('Code'), numberColumn('Codings')],
  rows,
  ...(total && { total }),
});

/** The cells of a sheet, row by row: numbers as numbers, words as words. */
function cellsOf(files: ReadonlyMap<string, Xml>, sheet = 1): (string | number | undefined)[][] {
  const shared = all(files.get('xl/sharedStrings.xml')!, 'si').map((one) =>
    all(one, 't')
      .map(({ text }) => text)
      .join(''),
  );
  return all(files.get(`xl/worksheets/sheet${sheet}.xml`)!, 'row').map((row) =>
    all(row, 'c').map((cell) => {
      const value = all(cell, 'v')[0]?.text;
      if (value === undefined) return undefined;
      return cell.attributes.t === 's' ? shared[Number(value)] : Number(value);
    }),
  );
}

describe('a workbook of Excel', () => {
  it('has numbers as numbers and words as words', async () => {
    const tables = [
      tableOf(
        [
          ['Tijd', '1.234'],
          ['Geld', '2 (anna) / 3 (bram)'],
        ],
        ['Totaal', '7,31'],
      ),
    ];
    const files = xmlFilesOf(await renderXlsx([{ name: 'Codes', tables }], 'nl'));
    expect(cellsOf(files)).toEqual([
      ['Numbers'],
      ['Code', 'Codings'],
      ['Tijd', 1234],
      ['Geld', '2 (anna) / 3 (bram)'],
      ['Totaal', 7.31],
    ]);
  });

  it('has tables below each other, a blank row between them, each cell where its row is', async () => {
    const rows = [
      ['Tijd', '1'],
      ['Geld', ''],
      ['Mensen', '2'],
    ];
    const tables = [
      tableOf(rows, ['Totaal', '3']),
      tableOf([]),
      tableOf([['', '']]),
      tableOf([[' los ', '4']]),
    ];
    const files = xmlFilesOf(await renderXlsx([{ name: 'Codes', tables }], 'nl'));
    const titles = [['Numbers'], ['Code', 'Codings']];
    const sheet = all(files.get('xl/worksheets/sheet1.xml')!, 'row');
    expect(cellsOf(files)).toEqual([
      ...[...titles, ['Tijd', 1], ['Geld'], ['Mensen', 2], ['Totaal', 3]],
      ...[[], ...titles],
      ...[[], ...titles, []],
      ...[[], ...titles, [' los ', 4]],
    ]);
    expect(sheet.map(({ attributes }) => Number(attributes.r))).toEqual(sheet.map((_, index) => index + 1));
    for (const row of sheet) {
      const places = all(row, 'c').map(({ attributes }) => attributes.r);
      expect(places).toEqual(places.map((_, index) => `${'AB'[index]}${row.attributes.r}`));
    }
    const strings = all(files.get('xl/sharedStrings.xml')!, 't').map(({ text }) => text);
    expect(new Set(strings).size).toBe(strings.length);
  });

  it('runs no formula, and shows what it cannot hold', async () => {
    const hostile = [
      '=1+1',
      '+1',
      '-ja',
      '@SUM(A1)',
      '\t=1',
      '<b>&amp;',
      'a\u0000\u000b\ud800b',
      '\u202eright',
    ];
    const tables = [tableOf(hostile.map((words) => [words, words]))];
    const files = xmlFilesOf(await renderXlsx([{ name: 'Codes', tables }], 'en'));
    expect(all(files.get('xl/worksheets/sheet1.xml')!, 'f')).toEqual([]);
    const expected = hostile.map((words) => words.replace('\u0000\u000b\ud800', '□□□'));
    const cells = cellsOf(files).slice(2);
    expect(cells.map(([words]) => words)).toEqual(expected);
    expect(cells[1]).toEqual(['+1', '+1']);
  });

  it('has names for its sheets that Excel takes, and cells that are not too long', async () => {
    const tables = [tableOf([['x'.repeat(40_000), '1']])];
    const wanted = ['A/B: [what]?', 'a b what', 'x'.repeat(50), 'x'.repeat(60), '', "'q'", '😀'.repeat(20)];
    const files = xmlFilesOf(
      await renderXlsx(
        wanted.map((name) => ({ name, tables })),
        'en',
      ),
    );
    const names = all(files.get('xl/workbook.xml')!, 'sheet').map(({ attributes }) => attributes.name!);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
    for (const name of names) expect(name).toMatch(/^[^[\]/\\:*?']{1,31}$/);
    expect(String(cellsOf(files)[2]![0])).toHaveLength(32_767);
  });

  it('is the same bytes every time', async () => {
    const write = () => renderXlsx([{ name: 'Codes', tables: [tableOf([['a', '1']])] }], 'nl');
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });

  it.each([
    ['1.234', 'nl', 1234],
    ['1,234', 'en', 1234],
    ['0,05', 'nl', 0.05],
    ['−€ 13,01', 'nl', -13.01],
    ['€1,248.00', 'en', 1248],
    ['97,7%', 'nl', 0.977],
    ['-0.010', 'en', -0.01],
    ['1.23', 'nl', undefined],
    ['12 januari', 'nl', undefined],
    ['1,', 'nl', undefined],
    ['', 'nl', undefined],
    ['3 (anna)', 'nl', undefined],
  ] as const)('reads %s in %s as %s', (cell, language, value) => {
    expect(numberIn(cell, language)?.value).toBe(value);
  });
});
