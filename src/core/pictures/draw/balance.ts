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

/** A bar to the left for what hinders and one to the right for what helps, a row a domain. */
export function balanceChart({ domains }: DomainBalance, colors: Colors, labels: PictureLabels): Chart {
  const nameWidth = widest(
    domains.map(({ name }) => name),
    fontSize,
    60,
    220,
  );
  const names = domains.map(({ name }) => wrap(name, nameWidth, fontSize, 2).join('\n'));
  const most = Math.max(1, ...domains.flatMap(({ hinders, helps }) => [hinders, helps]));
  const end = roundUp(most);
  const room = Math.ceil(textWidth(String(most), fontSize)) + 10;
  const [left, top] = [margin + nameWidth + 12 + room, margin + header];
  const height = domains.length * rowHeight;
  const neitherWidth = Math.ceil(textWidth(labels.neither, fontSize)) + 12;
  const middle = left + barsWidth / 2;
  const right = left + barsWidth + room + 12;
  const bar = (side: -1 | 1, count: (domain: DomainBalance['domains'][number]) => number) => ({
    type: 'bar',
    ...still,
    stack: 'balance',
    barWidth: 24,
    itemStyle: {
      color: side < 0 ? colors.hinders : colors.helps,
      borderColor: colors.edge,
      ...(side < 0 && { decal: stripes(colors.pattern) }),
    },
    data: domains.map((domain) => ({
      value: side * count(domain),
      itemStyle: { borderWidth: count(domain) > 0 ? 1 : 0 },
      label: {
        show: true,
        position: side < 0 ? 'left' : 'right',
        formatter: () => String(count(domain)),
        color: colors.ink,
        fontSize,
        textBorderWidth: 0,
      },
    })),
  });
  return {
    width: right + neitherWidth + margin,
    height: top + height + axisHeight + margin,
    option: {
      grid: { left, top, width: barsWidth, height, outerBoundsMode: 'none' },
      xAxis: numbersAxis(colors, {
        min: -end,
        max: end,
        interval: end / 4,
        axisLabel: { color: colors.muted, fontSize, formatter: (value: number) => String(Math.abs(value)) },
      }),
      yAxis: {
        ...namesAxis(names, colors, { align: 'left', margin: nameWidth + 12 + room, lineHeight }),
        inverse: true,
        axisLine: { show: true, onZero: true, lineStyle: { color: colors.ink } },
      },
      series: [bar(-1, ({ hinders }) => hinders), bar(1, ({ helps }) => helps)],
      graphic: [
        word(
          `◀ ${labels.hinders}`,
          { x: middle - 10, y: margin + 12 },
          {
            fill: colors.ink,
            bold: true,
            align: 'right',
          },
        ),
        word(`${labels.helps} ▶`, { x: middle + 10, y: margin + 12 }, { fill: colors.ink, bold: true }),
        word(labels.neither, { x: right, y: margin + 12 }, { fill: colors.muted }),
        ...domains.map(({ neither }, row) =>
          word(String(neither), { x: right, y: top + (row + 0.5) * rowHeight }, { fill: colors.ink }),
        ),
      ],
    },
  };
}

/** The next number that an axis can be divided by: into four parts of round numbers. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(4, most) / 4));
  const part = [1, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power * 4 >= most)!;
  return part * power * 4;
}
