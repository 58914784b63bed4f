import { type Colors, inkOn, shadeOf } from '../theme';
import { fontSize } from './parts';
import { fontFamily } from './text';

/** Where the cells of a matrix stand, in pixels. */
export interface CellLayout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Counts by row and column; 0 for a cell that stays empty, null for one that is not there. */
export type Cells = readonly (readonly (number | null)[])[];

/**
 * The cells of a matrix as SVG, the darker the higher their count, with the counts in them. They are written here,
 * since a matrix has up to a thousand, and a chart library takes many times as long for as many shapes.
 * @param most the count that has the darkest shade
 */
export function cellsSvg(
  cells: Cells,
  { left, top, cellWidth, cellHeight }: CellLayout,
  colors: Colors,
  most: number,
): string {
  const look = looks(colors, most);
  // What is filled has the stronger line, so it comes over what is empty.
  let [empty, filled, numbers] = ['', '', ''];
  for (const [row, counts] of cells.entries()) {
    const y = top + row * cellHeight;
    for (const [column, count] of counts.entries()) {
      if (count === null) continue;
      const x = left + column * cellWidth;
      const box = `<rect x="${pixels(x)}" y="${pixels(y)}" width="${pixels(cellWidth)}" height="${pixels(cellHeight)}"`;
      if (count === 0) {
        empty += `${box} fill="none" stroke="${colors.line}" stroke-width="0.5"></rect>\n`;
        continue;
      }
      const { fill, ink } = look(count);
      filled += `${box} fill="${fill}" stroke="${colors.edge}"></rect>\n`;
      const middle = `x="${pixels(x + cellWidth / 2)}" y="${pixels(y + cellHeight / 2)}"`;
      numbers += `<text ${textStyle} ${middle} fill="${ink}">${count}</text>\n`;
    }
  }
  return empty + filled + numbers;
}

const textStyle = `dominant-baseline="central" text-anchor="middle" font-size="${fontSize}px" font-family="${fontFamily}"`;

interface Look {
  readonly fill: string;
  readonly ink: string;
}

/** The colors of a cell with a count: few counts are different. */
function looks(colors: Colors, most: number): (count: number) => Look {
  const known = new Map<number, Look>();
  return (count) => {
    const before = known.get(count);
    if (before) return before;
    const fill = shadeOf(count / most, colors);
    const look = { fill, ink: inkOn(fill) };
    known.set(count, look);
    return look;
  };
}

/** As exact as a picture needs it. */
function pixels(place: number): number {
  return Math.round(place * 100) / 100;
}
