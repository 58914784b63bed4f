import type { PictureLabels } from '../labels';
import type { MaturityProfiles, ProfileFigure } from '../model';
import type { Colors } from '../theme';
import type { Chart } from './chart';
import { legend } from './legend';
import { fontSize, lineHeight, namesAxis, numbersAxis, still, stripes, word } from './parts';
import { widest, wrap } from './text';

const margin = 12;
const panelWidth = 150;
const panelGap = 34;
const rowHeight = 26;
const panelsInRow = 4;
const legendHeight = 26;
const axisHeight = 24;

/** A panel of bars for each organization, a bar a domain, all on the same scale. */
export function maturityChart(data: MaturityProfiles, colors: Colors, labels: PictureLabels): Chart {
  const { domains, organizations } = data;
  const nameWidth = widest(
    domains.map(({ name }) => name),
    fontSize,
    60,
    220,
  );
  const names = domains.map(({ name }) => wrap(name, nameWidth, fontSize, 2).join('\n'));
  const rows = names.some((name) => name.includes('\n')) ? rowHeight + 8 : rowHeight;
  const heads = organizations.map(({ name, total }) => [
    ...wrap(name, panelWidth + panelGap - 10, fontSize, 2),
    total,
  ]);
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * lineHeight + 6;
  const panelHeight = headHeight + domains.length * rows + axisHeight;
  const place = (index: number) => ({
    left: margin + nameWidth + 12 + (index % panelsInRow) * (panelWidth + panelGap),
    top: margin + legendHeight + Math.floor(index / panelsInRow) * (panelHeight + 10) + headHeight,
  });
  const inRow = Math.min(panelsInRow, organizations.length);
  const panels = organizations.map((organization, index) =>
    panel(organization.figures, names, {
      data,
      colors,
      index,
      first: index % panelsInRow === 0,
      height: domains.length * rows,
      margin: nameWidth + 8,
      ...place(index),
    }),
  );
  return {
    width: margin + nameWidth + 12 + Math.max(2, inRow) * (panelWidth + panelGap) + margin,
    height: place(organizations.length - 1).top + domains.length * rows + axisHeight + margin,
    option: {
      grid: panels.map(({ grid }) => grid),
      xAxis: panels.map(({ xAxis }) => xAxis),
      yAxis: panels.map(({ yAxis }) => yAxis),
      series: panels.map(({ series }) => series),
      graphic: [
        ...legend(
          [
            { text: labels.settledScore, fill: colors.helps },
            { text: labels.openScore, fill: colors.helps, striped: true },
          ],
          { x: margin + nameWidth + 12, y: margin + 8 },
          colors,
        ),
        ...heads.flatMap((lines, index) => {
          const { left, top } = place(index);
          return lines.map((line, at) =>
            word(
              line,
              { x: left, y: top - headHeight + (at + 0.5) * lineHeight },
              {
                fill: colors.ink,
                bold: at < lines.length - 1,
              },
            ),
          );
        }),
      ],
    },
  };
}

interface Panel {
  readonly data: MaturityProfiles;
  readonly colors: Colors;
  readonly index: number;
  readonly first: boolean;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly margin: number;
}

function panel(figures: readonly ProfileFigure[], names: readonly string[], of: Panel) {
  const { data, colors, index, first, left, top, height } = of;
  const highest = Math.max(...data.domains.map((domain) => domain.highest));
  return {
    grid: { left, top, width: panelWidth, height, outerBoundsMode: 'none' },
    xAxis: {
      // Levels begin at 1.
      ...numbersAxis(colors, data.language, { showMinLabel: false }),
      gridIndex: index,
      max: highest,
      interval: 1,
    },
    yAxis: {
      ...namesAxis(names, colors, { show: first, align: 'left', margin: of.margin }),
      gridIndex: index,
      inverse: true,
      axisLine: { show: true, lineStyle: { color: colors.ink } },
    },
    series: {
      type: 'bar',
      ...still,
      xAxisIndex: index,
      yAxisIndex: index,
      barWidth: 14,
      data: figures.map(({ range, settled }) => ({
        value: range?.[1] ?? 0,
        itemStyle: {
          color: colors.helps,
          borderColor: colors.edge,
          borderWidth: range ? 1 : 0,
          ...(!settled && { decal: stripes(colors.pattern) }),
        },
        label: {
          show: true,
          position: 'right',
          distance: 4,
          formatter: () => (range ? [...new Set(range)].join('–') : '–'),
          color: colors.ink,
          fontSize,
          textBorderWidth: 0,
        },
      })),
    },
  };
}
