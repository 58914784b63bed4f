import write, { type Cell, type Row, type SheetOptions } from 'write-excel-file/universal';
import type { Inline, Table } from '../blocks';
import { repack, undate } from './archive';
import { numberIn } from './numbers';
import { xmlText } from './xmlText';

/** A sheet of a workbook: tables, one below the other. */
export interface Sheet {
  readonly name: string;
  readonly tables: readonly Table[];
}

/** The most characters that a cell of Excel holds. */
const longestCell = 32_767;
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
  const written = write(
    sheets.map(({ tables }, index) => ({
      data: tables.flatMap((table, at) => [...(at > 0 ? [[]] : []), ...rowsOf(table, language)]),
      sheet: names[index]!,
      ...sheetOptions(tables),
    })),
  );
  const archive = new Uint8Array(await (await written.toBlob()).arrayBuffer());
  return repack(archive, undate);
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

function rowsOf({ caption, columns, rows, total }: Table, language: 'en' | 'nl'): Row[] {
  const rowOf = (cells: readonly Inline[], isTotal = false): Row =>
    cells.map((cell, index) => cellOf(textOf(cell), columns[index]!.kind === 'number', language, isTotal));
  return [
    ...(caption === '' ? [] : [[{ value: words(caption), type: String, fontWeight: 'bold' } as const]]),
    columns.map(
      ({ title, kind }): Cell => ({
        value: words(title),
        type: String,
        fontWeight: 'bold',
        backgroundColor: shade,
        wrap: true,
        alignVertical: 'top',
        align: kind === 'number' ? 'right' : 'left',
      }),
    ),
    ...rows.map((row) => rowOf(row)),
    ...(total ? [rowOf(total, true)] : []),
  ];
}

function cellOf(text: string, isNumber: boolean, language: 'en' | 'nl', isTotal: boolean): Cell {
  const bold = isTotal ? ({ fontWeight: 'bold' } as const) : {};
  const style = { alignVertical: 'top' as const, ...bold };
  if (text === '') return null;
  const number = isNumber ? numberIn(text, language) : undefined;
  if (number) return { ...number, type: Number, ...style };
  const align = isNumber ? ({ align: 'right' } as const) : {};
  return { value: words(text), type: String, wrap: true, ...align, ...style };
}

function words(text: string): string {
  const safe = xmlText(text);
  return safe.length <= longestCell ? safe : `${xmlText(safe.slice(0, longestCell - 1))}…`;
}

function textOf(cell: Inline): string {
  if (typeof cell === 'string') return cell;
  return cell.kind === 'anchor' ? '' : cell.text;
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
