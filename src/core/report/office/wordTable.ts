import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
  Table as WordTable,
} from 'docx';
import { type Column, type Inline, mostLevelTitles, type Table } from '../blocks';
import type { WordFilling } from './wordFilling';
import { xmlText } from './xmlText';

/** The size of letters in tables, in half points: smaller the more columns there are. */
const sizes = [
  { columns: 6, size: 18 },
  { columns: 9, size: 16 },
  { columns: Number.POSITIVE_INFINITY, size: 14 },
];
/** The width of a letter, in twentieths of a point, for each half point of its size. */
const letterWidth = 6.1;
/** White space beside the words of a cell, in twentieths of a point. */
const padding = 180;
const mostLetters = 42;
const longestUpright = 28;

/** A table with its caption above it and its titles repeated on every page. `width` in twentieths of a point. */
export function wordTable(table: Table, width: number, filling: WordFilling): FileChild[] {
  const { caption, columns, rows, total } = table;
  const size = sizes.find(({ columns: most }) => columns.length <= most)!.size;
  const upright = columns.filter(({ kind }) => kind === 'number').length > mostLevelTitles;
  const widths = columnWidths(table, width, size, upright);
  const patternOf = (lines: readonly (readonly Inline[])[]) => {
    const places = filling.rows(lines, columns.length, size);
    return new TableRow({
      cantSplit: true,
      children: columns.map(({ kind }, index) => cellOf(places[index]!, kind, widths[index]!)),
    });
  };
  const written = new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: lines,
    rows: [
      titleRow(columns, widths, size, upright),
      patternOf(rows),
      ...(total ? [patternOf([total.map(boldOf)])] : []),
    ],
  });
  const above =
    caption === '' ? [] : [new Paragraph({ style: 'Caption', children: [new TextRun(xmlText(caption))] })];
  return [...above, written, new Paragraph({ style: 'TableText', children: [] })];
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const lines = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};

function titleRow(
  columns: readonly Column[],
  widths: readonly number[],
  size: number,
  upright: boolean,
): TableRow {
  const isUpright = ({ kind }: Column) => upright && kind === 'number';
  const longest = Math.max(0, ...columns.filter(isUpright).map(({ title }) => title.length));
  const height = Math.min(longest, longestUpright) * size * letterWidth + padding;
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(longest > 0 && { height: { value: Math.round(height), rule: HeightRule.ATLEAST } }),
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index]!, type: WidthType.DXA },
          shading: { fill: 'EDEDED', type: 'clear', color: 'auto' },
          verticalAlign: VerticalAlign.BOTTOM,
          margins,
          ...(isUpright(column) && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
          children: [
            new Paragraph({
              style: 'TableText',
              keepNext: true,
              alignment: column.kind === 'number' && !upright ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: [new TextRun({ text: xmlText(column.title), bold: true, size })],
            }),
          ],
        }),
    ),
  });
}

const margins = { left: padding / 2, right: padding / 2, top: 20, bottom: 20 };

function cellOf(place: TextRun, kind: Column['kind'], width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins,
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [place],
      }),
    ],
  });
}

function boldOf(cell: Inline): Inline {
  return typeof cell === 'string' ? { kind: 'strong', text: cell } : cell;
}

/**
 * How wide columns are: each as its longest cell, as far as that goes, but never narrower than its longest word;
 * where that is more than the page is wide, what is wider than its longest word gives way, and then columns of words.
 */
function columnWidths(table: Table, width: number, size: number, upright: boolean): number[] {
  const needs = table.columns.map((column, index) => {
    const cells = [...table.rows, ...(table.total ? [table.total] : [])].map((row) =>
      textOf(row[index] ?? ''),
    );
    const isNumber = column.kind === 'number';
    return needOf(upright && isNumber ? cells : [column.title, ...cells], size * letterWidth, isNumber);
  });
  const sum = (of: (need: Need) => number) => needs.reduce((total, one) => total + of(one), 0);
  const [wanted, least] = [sum((need) => need.wanted), sum((need) => need.least)];
  if (wanted <= width) return needs.map((one) => Math.round(one.wanted));
  if (least <= width) {
    const share = wanted === least ? 0 : (width - least) / (wanted - least);
    return needs.map((one) => Math.floor(one.least + (one.wanted - one.least) * share));
  }
  const numbers = sum((need) => (need.isNumber ? need.least : 0));
  const left = width - numbers;
  if (left < width / 4) return needs.map((one) => Math.floor((one.least * width) / least));
  return needs.map((one) => Math.floor(one.isNumber ? one.least : (one.least * left) / (least - numbers)));
}

/** How wide a column would be, and how wide it is at least, in twentieths of a point. */
interface Need {
  readonly wanted: number;
  readonly least: number;
  readonly isNumber: boolean;
}

function needOf(texts: readonly string[], letter: number, isNumber: boolean): Need {
  const longest = (lengths: readonly number[]) => lengths.reduce((most, one) => Math.max(most, one), 3);
  const words = texts.flatMap((text) => text.split(/[\s-]+/));
  return {
    wanted: Math.min(longest(texts.map(({ length }) => length)), mostLetters) * letter + padding,
    least: Math.min(longest(words.map(({ length }) => length)), mostLetters / 2) * letter + padding,
    isNumber,
  };
}

function textOf(cell: Inline): string {
  if (typeof cell === 'string') return xmlText(cell);
  return cell.kind === 'anchor' ? '' : cell.text;
}
