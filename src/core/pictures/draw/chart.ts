import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fontFamily } from './text';

use([BarChart, CustomChart, LineChart, GraphicComponent, GridComponent, SVGRenderer]);

/** A chart to render, in pixels. */
export interface Chart {
  readonly option: EChartsCoreOption;
  readonly width: number;
  readonly height: number;
  /** SVG to stand over what the library draws. */
  readonly onTop?: string;
}

/** Renders a chart without a page; the same chart gives the same but for names that carry counters. */
export function render({ option, width, height }: Chart, background: string | null): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily },
      ...(background !== null && { backgroundColor: background }),
      ...option,
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
