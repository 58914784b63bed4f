import { pictureLabels } from '../labels';
import type { PictureData } from '../model';
import { type Colors, colorsOf, type PictureTheme } from '../theme';
import { balanceChart } from './balance';
import { type Chart, render } from './chart';
import { codeLineChart } from './codeLine';
import { codesChart } from './codes';
import { maturityChart } from './maturity';
import { word } from './parts';
import { saturationChart } from './saturation';
import { standalone } from './svg';
import { wrap } from './text';
import { togetherChart } from './together';

/** A drawn picture: an SVG document, and its size in pixels. */
export interface DrawnPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a picture now; `drawPicture` loads what is needed for it. */
export function draw(data: PictureData, theme: PictureTheme): DrawnPicture {
  const colors = colorsOf(theme);
  const chart = data.empty === null ? chartOf(data, colors) : emptyChart(data.empty, colors);
  const { width, height } = chart;
  const hasMarks = data.kind === 'code-line' && theme !== 'print';
  const drawn = standalone(render(chart, colors.background), data, hasMarks);
  return { svg: drawn.replace(/<\/svg>\s*$/, (end) => (chart.onTop ?? '') + end), width, height };
}

function chartOf(data: PictureData, colors: Colors): Chart {
  const labels = pictureLabels(data.language);
  switch (data.kind) {
    case 'codes':
      return codesChart(data, colors);
    case 'balance':
      return balanceChart(data, colors, labels);
    case 'maturity':
      return maturityChart(data, colors, labels);
    case 'together':
      return togetherChart(data, colors);
    case 'code-line':
      return codeLineChart(data, colors, labels);
    case 'saturation':
      return saturationChart(data, colors, labels);
  }
}

function emptyChart(reason: string, colors: Colors): Chart {
  const text = wrap(reason, 400, 12, 3).join('\n');
  return {
    width: 440,
    height: 80,
    option: { graphic: [word(text, { x: 20, y: 40 }, { fill: colors.ink })] },
  };
}
