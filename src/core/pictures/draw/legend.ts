import type { Colors } from '../theme';
import { fontSize, word } from './parts';
import { textWidth } from './text';

export interface LegendItem {
  readonly text: string;
  readonly fill: string;
  readonly striped?: boolean;
  readonly line?: boolean;
}

/** What the fills and lines of a picture stand for, in a row. */
export function legend(
  items: readonly LegendItem[],
  at: { readonly x: number; readonly y: number },
  colors: Colors,
) {
  let { x } = at;
  return items.flatMap(({ text, fill, striped, line }) => {
    const from = x;
    x += 18 + 6 + Math.ceil(textWidth(text, fontSize)) + 22;
    const shape = line
      ? { x: from, y: at.y - 1.5, width: 18, height: 3 }
      : { x: from, y: at.y - 6, width: 18, height: 12 };
    return [
      {
        type: 'rect',
        silent: true,
        shape,
        style: {
          fill,
          ...(!line && { stroke: colors.edge, lineWidth: 1 }),
        },
      },
      ...(striped ? stripeLines(shape, colors.pattern) : []),
      word(text, { x: from + 24, y: at.y }, { fill: colors.ink }),
    ];
  });
}

/** Stripes over a box of the legend. */
function stripeLines(
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  stroke: string,
) {
  return [0, 0.5, 1].map((share) => {
    const from = x + share * (width - height);
    return {
      type: 'line',
      silent: true,
      shape: { x1: from, y1: y + height, x2: from + height, y2: y },
      style: { stroke, lineWidth: 2 },
    };
  });
}
