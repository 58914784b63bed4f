import type { PictureLabels } from '../labels';
import type { DomainBalance } from '../model';
import type { Colors } from '../theme';
import type { Chart } from './chart';
import { fontSize, lineHeight, namesAxis, numbersAxis, still, stripes, word } from './parts';
import { textWidth, widest, wrap } from './text';

const margin = 12;
const rowHeight = 44;
const barsWidth = 520;
const header = 30;
const axisHeight = 26;

/** Where the parts of the picture stand, in pixels. */
interface Layout {
  readonly names: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** Where the numbers of what does neither begin. */
  readonly right: number;
  readonly width: number;
}

/** A bar to the left for what hinders and one to the right for what helps, a row a domain. */
export function balanceChart(data: DomainBalance, colors: Colors, labels: PictureLabels): Chart {
  const { domains, language } = data;
  const most = Math.max(1, ...domains.flatMap(({ hinders, helps }) => [hinders, helps]));
  const layout = layoutOf(data, most, labels);
  const { names, left, top, height } = layout;
  const end = roundUp(most);
  return {
    width: layout.width,
    height: top + height + axisHeight + margin,
    option: {
      grid: { left, top, width: barsWidth, height, outerBoundsMode: 'none' },
      xAxis: { ...numbersAxis(colors, language), min: -end, max: end, interval: end / 4 },
      yAxis: {
        ...namesAxis(names, colors, { align: 'left', margin: left - margin, lineHeight }),
        inverse: true,
        axisLine: { show: true, onZero: true, lineStyle: { color: colors.ink } },
      },
      series: [
        barSeries(
          domains.map(({ hinders }) => hinders),
          -1,
          colors,
        ),
        barSeries(
          domains.map(({ helps }) => helps),
          1,
          colors,
        ),
      ],
      graphic: wordsOf(data, layout, colors, labels),
    },
  };
}

function layoutOf({ domains }: DomainBalance, most: number, labels: PictureLabels): Layout {
  const full = domains.map(({ name }) => name);
  const nameWidth = widest(full, fontSize, 60, 220);
  const room = Math.ceil(textWidth(String(most), fontSize)) + 10;
  const left = margin + nameWidth + 12 + room;
  const right = left + barsWidth + room + 12;
  return {
    names: full.map((name) => wrap(name, nameWidth, fontSize, 2).join('\n')),
    left,
    top: margin + header,
    height: domains.length * rowHeight,
    right,
    width: right + Math.ceil(textWidth(labels.neither, fontSize)) + 12 + margin,
  };
}

/** Bars to one side, with their numbers at their ends. */
function barSeries(counts: readonly number[], side: -1 | 1, colors: Colors) {
  return {
    type: 'bar',
    ...still,
    stack: 'balance',
    barWidth: 24,
    itemStyle: {
      color: side < 0 ? colors.hinders : colors.helps,
      borderColor: colors.edge,
      ...(side < 0 && { decal: stripes(colors.pattern) }),
    },
    data: counts.map((count) => ({
      value: side * count,
      itemStyle: { borderWidth: count > 0 ? 1 : 0 },
      label: {
        show: true,
        position: side < 0 ? 'left' : 'right',
        formatter: () => String(count),
        color: colors.ink,
        fontSize,
        textBorderWidth: 0,
      },
    })),
  };
}

/** What stands over the bars, and the numbers of what does neither. */
function wordsOf({ domains }: DomainBalance, layout: Layout, colors: Colors, labels: PictureLabels) {
  const { left, top, right } = layout;
  const [middle, y] = [left + barsWidth / 2, margin + 12];
  const bold = { fill: colors.ink, bold: true };
  return [
    word(`◀ ${labels.hinders}`, { x: middle - 10, y }, { ...bold, align: 'right' }),
    word(`${labels.helps} ▶`, { x: middle + 10, y }, bold),
    word(labels.neither, { x: right, y }, { fill: colors.muted }),
    ...domains.map(({ neither }, row) =>
      word(String(neither), { x: right, y: top + (row + 0.5) * rowHeight }, { fill: colors.ink }),
    ),
  ];
}

/** The next number that an axis can be divided by: into four parts of round numbers. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(4, most) / 4));
  const part = [1, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power * 4 >= most)!;
  return part * power * 4;
}
