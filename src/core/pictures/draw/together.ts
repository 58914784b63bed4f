import type { CodesTogether } from '../model';
import type { Colors } from '../theme';
import type { Chart } from './chart';
import { columnNames, matrixParts, rowNames } from './matrix';
import { word } from './parts';

const margin = 12;

/** A triangle: each code as a row against those before it as columns. */
export function togetherChart({ codes, drawn, pairs }: CodesTogether, colors: Colors): Chart {
  const shown = drawn.map((index) => codes[index]!);
  const labels = rowNames(
    shown.slice(1).map(({ path, count }) => ({ text: `${path} (${count})`, indent: 0 })),
  );
  const names = columnNames(
    shown.slice(0, -1).map(({ path, count }) => `${path} (${count})`),
    6,
  );
  const countOf = new Map(pairs.map(({ first, second, count }) => [`${first} ${second}`, count]));
  const cells = drawn
    .slice(1)
    .map((second, row) =>
      drawn
        .slice(0, -1)
        .map((first, column) => (column > row ? null : (countOf.get(`${first} ${second}`) ?? 0))),
    );
  const most = Math.max(1, ...cells.flat().map((count) => count ?? 0));
  // Slanted names below their columns reach out to the left of the first of them.
  const reach = names.slanted ? names.height : 0;
  const left = margin + Math.max(labels.width, reach - names.cellWidth / 2);
  const layout = { left, top: margin, cellWidth: names.cellWidth, cellHeight: labels.height };
  const parts = matrixParts(cells, names, layout, { colors, most, index: 0, below: true });
  return {
    width: left + names.lines.length * names.cellWidth + margin,
    height: margin + cells.length * labels.height + names.height + margin,
    option: {
      grid: parts.grid,
      xAxis: parts.xAxis,
      yAxis: parts.yAxis,
      graphic: labels.lines.map((text, row) =>
        word(
          text,
          { x: left - 12, y: margin + (row + 0.5) * labels.height },
          {
            fill: colors.ink,
            align: 'right',
          },
        ),
      ),
    },
    onTop: parts.onTop,
  };
}
