import type { Colors } from '../theme';
import { type CellLayout, type Cells, cellsSvg } from './cells';
import { fontSize, namesAxis } from './parts';
import { textWidth, widest, wrap } from './text';

/** How the names of columns stand: on several lines each, or slanted where there are many. */
export interface ColumnNames {
  readonly cellWidth: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly slanted: boolean;
}

const slant = Math.PI / 4;
const longestSlanted = 330;

export function columnNames(names: readonly string[], mostLevel: number): ColumnNames {
  if (names.length > mostLevel) {
    const lines = names.map((name) => wrap(name, longestSlanted, fontSize, 1)[0]!);
    const height = Math.ceil(widest(lines, fontSize, 20, longestSlanted) * Math.sin(slant)) + 18;
    return { cellWidth: 34, height, lines, slanted: true };
  }
  const words = names.flatMap((name) => name.split(' '));
  const cellWidth = widest(words, fontSize, 64, 130) + 10;
  const wrapped = names.map((name) => wrap(name, cellWidth - 8, fontSize, 4));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length)) * 15 + 10;
  return { cellWidth, height, lines: wrapped.map((lines) => lines.join('\n')), slanted: false };
}

interface RowName {
  readonly text: string;
  readonly indent: number;
  readonly bold?: boolean;
}

/** Bold letters are about so many times as wide as others. */
const boldWidth = 1.1;

/** The names of rows at the left, each on at most two lines. */
export function rowNames(rows: readonly RowName[]) {
  const sizeOf = ({ bold }: RowName) => (bold ? fontSize * boldWidth : fontSize);
  const full = rows.map((row) => textWidth(row.text, sizeOf(row)) + row.indent);
  const width = Math.min(300, Math.ceil(Math.max(60, ...full)));
  const lines = rows.map((row) => wrap(row.text, width - row.indent, sizeOf(row), 2));
  const height = lines.some((one) => one.length > 1) ? 34 : 24;
  return { width: width + 12, height, lines: lines.map((one) => one.join('\n')) };
}

/** A matrix with the names of its columns above or below it, as parts of a chart: the axes, and the cells on top. */
export function matrixParts(
  cells: Cells,
  names: ColumnNames,
  layout: CellLayout,
  look: { readonly colors: Colors; readonly most: number; readonly index: number; readonly below: boolean },
) {
  const { left, top, cellWidth, cellHeight } = layout;
  const { colors, most, index, below } = look;
  const axis = namesAxis(names.lines, colors, {
    verticalAlign: below ? 'top' : 'bottom',
    ...(names.slanted && slantedLabel(below)),
    margin: 6,
  });
  return {
    grid: {
      left,
      top,
      width: names.lines.length * cellWidth,
      height: cells.length * cellHeight,
      outerBoundsMode: 'none',
    },
    xAxis: { ...axis, gridIndex: index, position: below ? 'bottom' : 'top' },
    yAxis: { type: 'category', show: false, gridIndex: index, inverse: true },
    onTop: cellsSvg(cells, layout, colors, most),
  };
}

/** How names stand slanted, below an axis or above it. */
export function slantedLabel(below: boolean) {
  return { rotate: below ? 45 : -45, align: below ? 'right' : 'left', verticalAlign: 'middle' };
}
