import type { Cell, Row } from 'write-excel-file/universal';
import type { Inline, Table } from '../blocks';
import { numberIn } from './numbers';
import type { SharedStrings } from './sharedStrings';
import { xmlText } from './xmlText';

/** The most characters that a cell of Excel holds. */
const longestCell = 32_767;

/** How a cell looks, whatever stands in it, as the library has it. */
interface Look {
  readonly type: typeof String | typeof Number;
  readonly format?: string;
  readonly wrap?: true;
  readonly align?: 'right';
  readonly alignVertical: 'top';
  readonly fontWeight?: 'bold';
}

/** What stands in a cell: words, or a number. */
interface Content {
  readonly value: string | number;
  readonly look: Look;
}

/** Looks by what tells them apart, so that the same one is the same object. */
const looks = new Map<string, Look>();

function lookOf(format: string | undefined, isRight: boolean, isTotal: boolean): Look {
  const key = `${isRight} ${isTotal} ${format}`;
  const look: Look = looks.get(key) ?? {
    ...(format === undefined ? { type: String, wrap: true } : { type: Number, format }),
    ...(isRight && { align: 'right' }),
    alignVertical: 'top',
    ...(isTotal && { fontWeight: 'bold' }),
  };
  looks.set(key, look);
  return look;
}

/** Numbers, amounts and percentages are numbers; words are words, whatever they look like. Null where nothing stands. */
function contentOf(cell: Inline, isNumber: boolean, language: 'en' | 'nl', isTotal: boolean): Content | null {
  const text = textOf(cell);
  if (text === '') return null;
  const number = isNumber ? numberIn(text, language) : undefined;
  if (number) return { value: number.value, look: lookOf(number.format, false, isTotal) };
  return { value: wordsOf(text), look: lookOf(undefined, isNumber, isTotal) };
}

/** The total of a table, as the library has it. */
export function totalRow(cells: readonly Inline[], { columns }: Table, language: 'en' | 'nl'): Row {
  return cells.map((cell, index): Cell => {
    const content = contentOf(cell, columns[index]!.kind === 'number', language, true);
    return content && ({ ...content.look, value: content.value } as Cell);
  });
}

/**
 * The rows of a table in a workbook. The library writes one row with a cell of each look, which tells what it calls
 * them; the rows themselves are written here, since to the library each of a hundred thousand cells is an object of
 * which it makes others.
 */
export class SheetBody {
  readonly #looks = new Set<Look>();

  constructor(
    private readonly table: Table,
    private readonly language: 'en' | 'nl',
  ) {
    for (const row of table.rows) {
      for (const content of this.#contents(row)) if (content) this.#looks.add(content.look);
    }
    // A row of the library with no cell in it is none.
    if (this.#looks.size === 0) this.#looks.add(lookOf(undefined, false, false));
  }

  get length(): number {
    return this.table.rows.length;
  }

  /** A row with a cell of each look. Its words stand in the workbook already, as the title of the table. */
  pattern(): Row {
    const words = wordsOf(this.table.columns[0]!.title) || '–';
    return [...this.#looks].map((look) => ({ ...look, value: look.type === Number ? 0 : words }) as Cell);
  }

  /**
   * The rows as SpreadsheetML (ECMA-376, part 1, 18.3.1), one by one.
   * @param pattern the row that the library has written of `pattern`
   * @param first the number of the first row, from 1
   */
  *rows(pattern: string, first: number, strings: SharedStrings): Generator<string> {
    const styles = [...pattern.matchAll(/<c r="[A-Z]+\d+"( s="\d+")?/g)].map(([, style = '']) => style);
    const styleOf = new Map([...this.#looks].map((look, index) => [look, styles[index]!]));
    for (const [index, row] of this.table.rows.entries()) {
      const number = first + index;
      let cells = '';
      for (const [column, content] of this.#contents(row).entries()) {
        if (!content) continue;
        const { value, look } = content;
        const [type, said] = typeof value === 'string' ? [' t="s"', strings.indexOf(value)] : ['', value];
        cells += `<c r="${columnName(column)}${number}"${styleOf.get(look)}${type}><v>${said}</v></c>`;
      }
      yield `<row r="${number}">${cells}</row>`;
    }
  }

  #contents(row: readonly Inline[]): (Content | null)[] {
    const { columns } = this.table;
    return row.map((cell, index) => contentOf(cell, columns[index]!.kind === 'number', this.language, false));
  }
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

/** Words as a cell can hold them. */
export function wordsOf(text: string): string {
  const safe = xmlText(text);
  return safe.length <= longestCell ? safe : `${xmlText(safe.slice(0, longestCell - 1))}…`;
}

/** The words of a cell of a table. */
export function textOf(cell: Inline): string {
  if (typeof cell === 'string') return cell;
  return cell.kind === 'anchor' ? '' : cell.text;
}
