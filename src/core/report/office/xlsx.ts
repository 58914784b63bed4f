import write, { type Cell, type Row, type SheetOptions } from 'write-excel-file/universal';
import type { Table } from '../blocks';
import { repack, undate } from './archive';
import { SharedStrings } from './sharedStrings';
import { SheetBody, textOf, totalRow, wordsOf } from './sheetBody';
import { utf8Of } from './utf8';
import { xmlText } from './xmlText';

/** A sheet of a workbook: tables, one below the other. */
export interface Sheet {
  readonly name: string;
  readonly tables: readonly Table[];
}

const longestName = 31;
const [narrowest, widest] = [6, 70];
const shade = '#EDEDED';

/**
 * Writes tables as a workbook of Excel. Numbers, amounts and percentages are numbers in it; words are words, whatever
 * they look like, so that nothing is run as a formula.
 * @param language that in which the tables write their numbers
 */
export async function renderXlsx(sheets: readonly Sheet[], language: 'en' | 'nl'): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const layouts = sheets.map(({ tables }) => layoutOf(tables, language));
  const written = write(
    sheets.map(({ tables }, index) => ({
      data: layouts[index]!.rows,
      sheet: names[index]!,
      ...sheetOptions(tables),
    })),
  );
  const archive = new Uint8Array(await (await written.toBlob()).arrayBuffer());
  return repack(archive, (files, bytes) => {
    undate(files);
    const strings = new SharedStrings(files.get(stringsPath)!);
    for (const [index, { bodies }] of layouts.entries()) {
      const path = `xl/worksheets/sheet${index + 1}.xml`;
      bytes.set(path, utf8Of(filled(files.get(path)!, bodies, strings)));
    }
    bytes.set(stringsPath, utf8Of(strings.parts()));
  });
}

const stringsPath = 'xl/sharedStrings.xml';

/** The rows of a sheet as the library writes it, and the bodies of tables, each by the number of its pattern's row. */
interface Layout {
  readonly rows: Row[];
  readonly bodies: ReadonlyMap<number, SheetBody>;
}

function layoutOf(tables: readonly Table[], language: 'en' | 'nl'): Layout {
  const rows: Row[] = [];
  const bodies = new Map<number, SheetBody>();
  for (const [at, table] of tables.entries()) {
    if (at > 0) rows.push([]);
    rows.push(...titleRows(table));
    const body = new SheetBody(table, language);
    if (body.length > 0) bodies.set(rows.push(body.pattern()), body);
    if (table.total) rows.push(totalRow(table.total, table, language));
  }
  return { rows, bodies };
}

/** A sheet with its bodies in it, in parts; what stands below one moves down. */
function* filled(
  sheet: string,
  bodies: ReadonlyMap<number, SheetBody>,
  strings: SharedStrings,
): Generator<string> {
  let done = 0;
  let moved = 0;
  for (const { 0: row, 1: written, index } of sheet.matchAll(/<row r="(\d+)"(?:\/>|>.*?<\/row>)/gs)) {
    yield sheet.slice(done, index);
    done = index + row.length;
    const number = Number(written);
    const body = bodies.get(number);
    if (body) {
      yield* body.rows(row, number + moved, strings);
      moved += body.length - 1;
    } else {
      yield row.replace(/(<(?:row|c) r="[A-Z]*)\d+/g, (_, before) => `${before}${number + moved}`);
    }
  }
  yield sheet.slice(done);
}

/** Columns as wide as what stands in them; the titles of a table that stands alone stay in sight. */
function sheetOptions(tables: readonly Table[]): SheetOptions<Blob> {
  const columns = Math.max(0, ...tables.map((table) => table.columns.length));
  const widthOf = (index: number) => {
    const cells = tables.flatMap(({ columns: titles, rows }) => [
      titles[index]?.title ?? '',
      ...rows.map((row) => textOf(row[index] ?? '')),
    ]);
    const longest = cells.reduce((most, { length }) => Math.max(most, length), 0);
    return { width: Math.min(widest, Math.max(narrowest, longest + 2)) };
  };
  return {
    columns: Array.from({ length: columns }, (_, index) => widthOf(index)),
    ...(tables.length === 1 && { stickyRowsCount: tables[0]!.caption === '' ? 1 : 2 }),
  };
}

function titleRows({ caption, columns }: Table): Row[] {
  return [
    ...(caption === '' ? [] : [[{ value: wordsOf(caption), type: String, fontWeight: 'bold' } as const]]),
    columns.map(
      ({ title, kind }): Cell => ({
        value: wordsOf(title),
        type: String,
        fontWeight: 'bold',
        backgroundColor: shade,
        wrap: true,
        alignVertical: 'top',
        align: kind === 'number' ? 'right' : 'left',
      }),
    ),
  ];
}

/** Names as Excel allows them: short, without some marks, none twice whatever its capitals. */
function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  return wanted.map((name) => {
    const plain =
      xmlText(name)
        .replace(/[[\]/\\:*?']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || '–';
    let free = [...plain].slice(0, longestName).join('').slice(0, longestName).trim();
    for (let number = 2; used.has(free.toLowerCase()); number++) {
      const mark = ` ${number}`;
      free = plain.slice(0, longestName - mark.length).trim() + mark;
    }
    used.add(free.toLowerCase());
    return xmlText(free);
  });
}
