import type { PictureLabels } from '../labels';
import type { CodeLine, PictureCode } from '../model';
import type { Colors } from '../theme';
import type { Chart } from './chart';
import { legend } from './legend';
import { rowNames } from './matrix';
import { fontSize, numbersAxis, still, stripes, word } from './parts';

const margin = 12;
const plotWidth = 760;
const markHeight = 14;
const leastMark = 5;
const timesApart = 70;

/** Codes as rows, the interview from left to right. */
export function codeLineChart(data: CodeLine, colors: Colors, labels: PictureLabels): Chart {
  const { rows, questions, times } = data;
  const first = questions.length > 0 ? 1 : 0;
  const names = rowNames([
    ...(first ? [{ text: labels.questions, indent: 0 }] : []),
    ...rows.map(({ path, count }) => ({ text: `${path} (${count})`, indent: 0 })),
  ]);
  const count = names.lines.length;
  const top = margin + 26 + (times.length > 0 ? 24 : 6);
  const left = margin + names.width;
  const height = count * names.height;
  return {
    width: left + plotWidth + margin + 24,
    height: top + height + 44 + margin,
    option: {
      grid: { left, top, width: plotWidth, height, outerBoundsMode: 'none' },
      xAxis: [wordAxis(data, colors, labels), timeAxis(data, colors)],
      yAxis: {
        type: 'value',
        min: 0,
        max: count,
        interval: 1,
        inverse: true,
        axisLabel: { show: false },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: colors.line } },
      },
      series: [markSeries(data, first, colors, names.height), ...questionSeries(data, first, colors)],
      graphic: [
        ...legend(legendOf(rows, colors, labels), { x: left, y: margin + 8 }, colors),
        ...names.lines.map((text, row) =>
          word(
            text,
            { x: left - 12, y: top + (row + 0.5) * names.height },
            {
              fill: row < first ? colors.muted : colors.ink,
              align: 'right',
            },
          ),
        ),
      ],
    },
  };
}

function wordAxis({ words, language }: CodeLine, colors: Colors, labels: PictureLabels) {
  return {
    ...numbersAxis(colors, language, { showMaxLabel: false }),
    max: Math.max(1, words),
    name: labels.inWords,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: colors.muted, fontSize },
  };
}

/** The time stamps on top, where their turns begin. */
function timeAxis({ words, times, language }: CodeLine, colors: Colors) {
  const shown = spread(times, words);
  const customValues = shown.map(({ word: at }) => at);
  return {
    ...numbersAxis(colors, language, {
      customValues,
      formatter: (value: number) => shown.find(({ word: at }) => at === value)?.time ?? '',
    }),
    max: Math.max(1, words),
    position: 'top',
    show: shown.length > 0,
    splitLine: { show: false },
    axisTick: { show: true, customValues, lineStyle: { color: colors.muted } },
  };
}

function legendOf(rows: readonly PictureCode[], colors: Colors, labels: PictureLabels) {
  const has = (polarity: PictureCode['polarity']) => rows.some((row) => row.polarity === polarity);
  return [
    ...(has('hinders') ? [{ text: labels.hinders, fill: colors.hinders, striped: true }] : []),
    ...(has('helps') ? [{ text: labels.helps, fill: colors.helps }] : []),
    ...(has(null) ? [{ text: labels.neither, fill: colors.neutral }] : []),
  ];
}

interface MarkApi {
  coord(at: readonly [number, number]): readonly [number, number];
}

function markSeries({ marks, rows }: CodeLine, first: number, colors: Colors, rowHeight: number) {
  const lanes = lanesOf(marks);
  return {
    type: 'custom',
    ...still,
    silent: false,
    data: marks.map(({ start, row, end }) => [start, row + first + 0.5, end]),
    renderItem: ({ dataIndex }: { dataIndex: number }, api: MarkApi) => {
      const { row, start, end } = marks[dataIndex]!;
      const { lane, of } = lanes[dataIndex]!;
      const [x, y] = api.coord([start, row + first]);
      const width = Math.max(leastMark, api.coord([end, row])[0] - x);
      const room = rowHeight - 6;
      const height = Math.min(markHeight, room / of);
      const shape = { x, y: y + 3 + (room - height * of) / 2 + lane * height, width, height };
      const { polarity } = rows[row]!;
      return {
        type: 'rect',
        shape,
        style: {
          fill: polarity === null ? colors.neutral : colors[polarity],
          stroke: colors.edge,
          lineWidth: 1,
          ...(polarity === 'hinders' && { decal: stripes(colors.pattern) }),
        },
      };
    },
  };
}

/** Where interviewers speak, as marks in a row of their own. */
function questionSeries({ questions }: CodeLine, first: number, colors: Colors) {
  if (first === 0) return [];
  return [
    {
      type: 'custom',
      ...still,
      data: questions.map(({ start, end }) => [start, 0.5, end]),
      renderItem: ({ dataIndex }: { dataIndex: number }, api: MarkApi) => {
        const { start, end } = questions[dataIndex]!;
        const [x, y] = api.coord([start, 0.5]);
        const width = Math.max(1, api.coord([end, 0.5])[0] - x);
        return { type: 'rect', shape: { x, y: y - 3, width, height: 6 }, style: { fill: colors.muted } };
      },
    },
  ];
}

/** Marks of a row that overlap are drawn one below the other: which place each has, of how many in its row. */
function lanesOf(marks: CodeLine['marks']): readonly { readonly lane: number; readonly of: number }[] {
  const ends = new Map<number, number[]>();
  const lanes = marks.map(({ row, start, end }) => {
    const own = ends.get(row) ?? [];
    const free = own.findIndex((until) => until <= start);
    const lane = free === -1 ? own.length : free;
    own[lane] = end;
    ends.set(row, own);
    return lane;
  });
  return marks.map(({ row }, index) => ({ lane: lanes[index]!, of: ends.get(row)!.length }));
}

/** So many of the time stamps, from the first on, that each can be read. */
function spread(times: CodeLine['times'], words: number): CodeLine['times'] {
  const least = (words * timesApart) / plotWidth;
  const shown: CodeLine['times'][number][] = [];
  for (const one of times) {
    const last = shown.at(-1);
    if (!last || one.word - last.word >= least) shown.push(one);
  }
  return shown;
}
