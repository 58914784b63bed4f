import type { PictureLabels } from '../labels';
import type { Saturation } from '../model';
import { type Colors, inkOn } from '../theme';
import type { Chart } from './chart';
import { legend } from './legend';
import { columnNames, slantedLabel } from './matrix';
import { fontSize, namesAxis, numbersAxis, still } from './parts';

const margin = 12;
const plotHeight = 280;
const mostNamed = 40;
const top = 48;

/** Bars for the new codes of each interview, a line for the codes so far. */
export function saturationChart(
  { interviews, language }: Saturation,
  colors: Colors,
  labels: PictureLabels,
): Chart {
  const isNamed = interviews.length <= mostNamed;
  const order = interviews.map((_, index) => String(index + 1));
  const names = columnNames(
    isNamed ? interviews.map(({ name }, index) => `${index + 1} ${name}`) : order,
    isNamed ? 6 : 0,
  );
  const width = isNamed ? interviews.length * names.cellWidth : 900;
  const reach = isNamed && names.slanted ? Math.max(0, names.height - names.cellWidth / 2) : 0;
  const left = margin + Math.max(40, reach);
  const label = { show: isNamed, color: colors.ink, fontSize, textBorderWidth: 0 };
  return {
    width: left + Math.max(320, width) + margin + 16,
    height: top + plotHeight + (isNamed ? names.height : 24) + margin,
    option: {
      grid: { left, top, width, height: plotHeight, outerBoundsMode: 'none' },
      xAxis: {
        ...namesAxis(names.lines, colors, {
          margin: 8,
          ...(isNamed && names.slanted && slantedLabel(true)),
          ...(!isNamed && { interval: Math.ceil(interviews.length / 20) - 1 }),
        }),
        axisLine: { show: true, lineStyle: { color: colors.ink } },
      },
      yAxis: numbersAxis(colors, language),
      series: [
        {
          type: 'bar',
          ...still,
          barWidth: '55%',
          itemStyle: { color: colors.helps, borderColor: colors.edge },
          // Where every code is new the line passes through the top of the bar: its figure stands inside.
          data: interviews.map(({ total, added }) => ({
            value: added.length,
            itemStyle: { borderWidth: isNamed && added.length > 0 ? 1 : 0 },
            label: {
              ...label,
              formatter: () => String(added.length),
              ...(total === added.length
                ? { position: 'inside', color: inkOn(colors.helps) }
                : { position: 'top' }),
            },
          })),
        },
        {
          type: 'line',
          ...still,
          symbol: 'circle',
          symbolSize: isNamed ? 7 : 3,
          lineStyle: { color: colors.hinders, width: 2 },
          itemStyle: { color: colors.hinders },
          data: interviews.map(({ total, added }) => ({
            value: total,
            label: {
              ...label,
              show: isNamed && total !== added.length,
              position: 'top',
              formatter: () => String(total),
            },
          })),
        },
      ],
      graphic: legend(
        [
          { text: labels.newCodes, fill: colors.helps },
          { text: labels.codesSoFar, fill: colors.hinders, line: true },
        ],
        { x: left, y: margin + 8 },
        colors,
      ),
    },
  };
}
