import { type Colors, inkOn, shadeOf } from '../theme';
import { fontSize, namesAxis, still } from './parts';
import { fontFamily, textWidth, widest, wrap } from './text';

/** A block of cells, with names above or below its columns. */
export interface Block {
  readonly columns: readonly string[];
  /** By row and column; 0 for a cell that stays empty, null for one that is not there. */
  readonly cells: readonly (readonly (number | null)[])[];
}

export interface MatrixLayout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

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

/** The names of rows at the left, each on at most two lines. */
export function rowNames(rows: readonly { readonly text: string; readonly indent: number }[]) {
  const full = rows.map(({ text, indent }) => textWidth(text, fontSize) + indent);
  const width = Math.min(300, Math.ceil(Math.max(60, ...full)));
  const lines = rows.map(({ text, indent }) => wrap(text, width - indent, fontSize, 2));
  const height = lines.some((one) => one.length > 1) ? 34 : 24;
  return { width: width + 12, height, lines: lines.map((one) => one.join('\n')) };
}

/** The grid, axes and cells of a block, as parts of a chart's option. */
export function matrixParts(
  { cells }: Block,
  names: ColumnNames,
  layout: MatrixLayout,
  look: { readonly colors: Colors; readonly most: number; readonly index: number; readonly below: boolean },
) {
  const { left, top, cellWidth, cellHeight } = layout;
  const { colors, most, index, below } = look;
  const columns = names.lines.length;
  const flat = cells.flatMap((row, y) =>
    row.flatMap((count, x) => (count === null ? [] : [[x, y, count] as const])),
  );
  const axis = namesAxis(names.lines, colors, {
    verticalAlign: below ? 'top' : 'bottom',
    ...(names.slanted && slantedLabel(below)),
    margin: 6,
  });
  return {
    grid: {
      left,
      top,
      width: columns * cellWidth,
      height: cells.length * cellHeight,
      outerBoundsMode: 'none',
    },
    xAxis: { ...axis, gridIndex: index, position: below ? 'bottom' : 'top' },
    yAxis: {
      ...namesAxis(
        cells.map(() => ''),
        colors,
        { show: false },
      ),
      gridIndex: index,
      inverse: true,
    },
    series: {
      type: 'custom',
      ...still,
      xAxisIndex: index,
      yAxisIndex: index,
      data: flat,
      renderItem: (_: unknown, api: CellApi) => cell(api, layout, colors, most),
    },
  };
}

/** How names stand slanted, below an axis or above it. */
export function slantedLabel(below: boolean) {
  return { rotate: below ? 45 : -45, align: below ? 'right' : 'left', verticalAlign: 'middle' };
}

interface CellApi {
  value(dimension: number): number;
  coord(at: readonly [number, number]): readonly [number, number];
}

function cell(api: CellApi, { cellWidth, cellHeight }: MatrixLayout, colors: Colors, most: number) {
  const [x, y, count] = [api.value(0), api.value(1), api.value(2)];
  const [centerX, centerY] = api.coord([x, y]);
  const fill = count > 0 ? shadeOf(count / most, colors) : 'none';
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: {
          x: centerX - cellWidth / 2,
          y: centerY - cellHeight / 2,
          width: cellWidth,
          height: cellHeight,
        },
        style: { fill, stroke: count > 0 ? colors.edge : colors.line, lineWidth: count > 0 ? 1 : 0.5 },
        z2: count > 0 ? 2 : 1,
      },
      ...(count > 0
        ? [
            {
              type: 'text',
              style: {
                text: String(count),
                x: centerX,
                y: centerY,
                align: 'center',
                verticalAlign: 'middle',
                fill: inkOn(fill),
                fontSize,
                fontFamily,
              },
              z2: 3,
            },
          ]
        : []),
    ],
  };
}
