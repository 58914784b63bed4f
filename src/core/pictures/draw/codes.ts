import type { CodeHeatMap } from '../model';
import type { Colors } from '../theme';
import type { Chart } from './chart';
import { columnNames, matrixParts, rowNames } from './matrix';
import { word } from './parts';

const indentWidth = 14;
const gap = 28;
const margin = 12;

/** Codes as rows; organizations and roles as two blocks of columns. */
export function codesChart({ rows, groups }: CodeHeatMap, colors: Colors): Chart {
  const columns = groups.reduce((sum, group) => sum + group.columns.length, 0);
  const names = groups.map((group) => columnNames(group.columns, columns > 9 ? 0 : 9));
  const labels = rowNames(
    rows.map(({ name, depth }) => ({ text: name, indent: depth * indentWidth, bold: depth === 0 })),
  );
  const titles = 24;
  const top = margin + titles + Math.max(...names.map(({ height }) => height));
  const most = Math.max(1, ...groups.flatMap(({ counts }) => counts.flat()));
  let left = margin + labels.width;
  const blocks = groups.map((group, index) => {
    const layout = { left, top, cellWidth: names[index]!.cellWidth, cellHeight: labels.height };
    left += group.columns.length * layout.cellWidth + gap;
    const parts = matrixParts(group.counts, names[index]!, layout, { colors, most, index, below: false });
    const title = word(
      group.title,
      { x: layout.left, y: margin + titles / 2 },
      { fill: colors.ink, bold: true },
    );
    return { ...parts, title };
  });
  const overhang = names.at(-1)?.slanted ? names.at(-1)!.height : 0;
  return {
    width: left - gap + margin + overhang,
    height: top + rows.length * labels.height + margin,
    option: {
      grid: blocks.map(({ grid }) => grid),
      xAxis: blocks.map(({ xAxis }) => xAxis),
      yAxis: blocks.map(({ yAxis }) => yAxis),
      graphic: [
        ...blocks.map(({ title }) => title),
        ...rows.map(({ depth }, row) =>
          word(
            labels.lines[row]!,
            { x: margin + depth * indentWidth, y: top + (row + 0.5) * labels.height },
            { fill: colors.ink, bold: depth === 0 },
          ),
        ),
      ],
    },
    onTop: blocks.map(({ onTop }) => onTop).join(''),
  };
}
