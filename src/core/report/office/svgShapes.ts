import { scanXml } from '../../xml/scan';

/** Lines of a picture, with their filling. Places are in pixels. */
export interface Shape {
  readonly kind: 'shape';
  readonly lines: readonly (readonly (readonly [number, number])[])[];
  readonly closed: boolean;
  /** Colors as `#rgb` or `#rrggbb`; undefined for none. */
  readonly fill: string | undefined;
  readonly hatched: boolean;
  readonly stroke: string | undefined;
  readonly strokeWidth: number;
}

/** Words of a picture, centered on the height of a place. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** In radians, clockwise. */
  readonly angle: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
}

type Attributes = Readonly<Record<string, string>>;
type Matrix = readonly [number, number, number, number, number, number];

const isHex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What a picture draws, in its order: the rectangles, paths and words of its SVG. */
export function drawingOf(svg: string): (Shape | Words)[] {
  const patterns = patternColors(svg);
  const parts: (Shape | Words)[] = [];
  let words: { attributes: Attributes; text: string } | undefined;
  let inside = 0;
  scanXml(svg, new Map(), {
    open(name, values) {
      if (name === 'defs') inside++;
      if (inside > 0) return;
      const attributes = Object.fromEntries(values);
      if (name === 'text') words = { attributes, text: '' };
      const lines =
        name === 'rect' ? rectangle(attributes) : name === 'path' ? pathLines(attributes.d ?? '') : [];
      if (lines.length > 0) parts.push(shapeOf(attributes, lines, name === 'rect', patterns));
    },
    text(text) {
      if (words) words.text += text;
    },
    close(name) {
      if (name === 'defs') inside--;
      if (name !== 'text' || !words) return;
      if (words.text.trim() !== '') parts.push(wordsOf(words.attributes, words.text));
      words = undefined;
    },
  });
  return parts;
}

/** The color in which each hatch of a picture is drawn, by its id. */
function patternColors(svg: string): ReadonlyMap<string, string> {
  const found = svg.matchAll(/<pattern\b[^>]*\bid="([^"]+)"[^>]*>([\s\S]*?)<\/pattern>/g);
  return new Map(
    [...found].map(([, id, content]) => {
      const [, code] = /(?:fill|stroke)="(#[0-9a-f]+)"/i.exec(content!) ?? [];
      return [id!, code ?? '#000000'];
    }),
  );
}

function shapeOf(
  attributes: Attributes,
  lines: Shape['lines'],
  isRectangle: boolean,
  patterns: ReadonlyMap<string, string>,
): Shape {
  const matrix = matrixOf(attributes.transform);
  const { fill = '#000000', stroke, d = '' } = attributes;
  const pattern = patterns.get(/^url\(#(.+)\)$/.exec(fill)?.[1] ?? '');
  return {
    kind: 'shape',
    lines: lines.map((line) => line.map(([x, y]) => apply(matrix, x, y))),
    closed: isRectangle || /z/i.test(d),
    fill: pattern ?? (isHex.test(fill) ? fill : undefined),
    hatched: pattern !== undefined,
    stroke: stroke !== undefined && isHex.test(stroke) ? stroke : undefined,
    strokeWidth: Number(attributes['stroke-width'] ?? 1),
  };
}

function wordsOf(attributes: Attributes, text: string): Words {
  const matrix = matrixOf(attributes.transform);
  const [x, y] = apply(matrix, Number(attributes.x ?? 0), Number(attributes.y ?? 0));
  const anchor = attributes['text-anchor'];
  const { fill = '#000000' } = attributes;
  return {
    kind: 'words',
    text,
    x,
    y,
    size: Number.parseFloat(attributes['font-size'] ?? '12'),
    angle: Math.atan2(matrix[1], matrix[0]),
    bold: attributes['font-weight'] === 'bold',
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    fill: isHex.test(fill) ? fill : '#000000',
  };
}

function matrixOf(transform = ''): Matrix {
  const [, kind, inner = ''] = /^(translate|matrix)\(([^)]*)\)$/.exec(transform.trim()) ?? [];
  const [a = 0, b = 0, c = 0, d = 1, e = 0, f = 0] = inner.split(/[\s,]+/).map(Number);
  if (kind === 'translate') return [1, 0, 0, 1, a, b];
  return kind === 'matrix' ? [a, b, c, d, e, f] : [1, 0, 0, 1, 0, 0];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function rectangle({ x = '0', y = '0', width = '0', height = '0' }: Attributes): Shape['lines'] {
  const [left, top] = [Number(x), Number(y)];
  const [right, bottom] = [left + Number(width), top + Number(height)];
  return [
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  ];
}

/** How many numbers each command of a path takes. */
const taken: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 };
/** Into how many pieces a curve is cut. */
const pieces = 24;

/** The lines of a path; its curves as many short ones. */
function pathLines(path: string): [number, number][][] {
  const lines: [number, number][][] = [];
  let at: [number, number] = [0, 0];
  for (const [, command = '', inner = ''] of path.matchAll(/([mlhvcaz])([^mlhvcaz]*)/gi)) {
    const numbers = (inner.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    const kind = command.toLowerCase();
    const count = taken[kind]!;
    if (kind === 'z') {
      at = lines.at(-1)?.[0] ?? at;
      continue;
    }
    for (let from = 0; from + count <= numbers.length; from += count) {
      const given = numbers.slice(from, from + count);
      const points = stepOf(kind, given, at, command === kind);
      if (kind === 'm' && from === 0) lines.push(points);
      else lines.at(-1)?.push(...points);
      at = points.at(-1)!;
    }
  }
  return lines.filter(({ length }) => length > 1);
}

function stepOf(
  kind: string,
  given: readonly number[],
  [x, y]: readonly [number, number],
  relative: boolean,
): [number, number][] {
  const [dx, dy] = relative ? [x, y] : [0, 0];
  const last = (): [number, number] => [given.at(-2)! + dx, given.at(-1)! + dy];
  switch (kind) {
    case 'h':
      return [[given[0]! + dx, y]];
    case 'v':
      return [[x, given[0]! + dy]];
    case 'c': {
      const [x1, y1, x2, y2] = given.map((one, index) => one + (index % 2 === 0 ? dx : dy));
      return curve([x, y], [x1!, y1!], [x2!, y2!], last());
    }
    case 'a':
      return arc([x, y], given, last());
    default:
      return [last()];
  }
}

type Point = [number, number];

function curve(a: Point, b: Point, c: Point, d: Point): Point[] {
  return Array.from({ length: pieces }, (_, index) => {
    const t = (index + 1) / pieces;
    const u = 1 - t;
    const mix = (axis: 0 | 1) =>
      u ** 3 * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t ** 3 * d[axis];
    return [mix(0), mix(1)];
  });
}

/** An arc of an ellipse that is not turned, as SVG gives it: by its ends (SVG 2, B.2.4). */
function arc([x1, y1]: Point, given: readonly number[], [x2, y2]: Point): Point[] {
  const [rx = 0, ry = 0, , isLarge, isClockwise] = given;
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return [[x2, y2]];
  const [hx, hy] = [(x1 - x2) / 2 / rx, (y1 - y2) / 2 / ry];
  const grow = Math.max(1, Math.hypot(hx, hy));
  const [px, py] = [hx / grow, hy / grow];
  const side = isLarge === isClockwise ? -1 : 1;
  const far = side * Math.sqrt(Math.max(0, 1 / (px * px + py * py) - 1));
  const [cx, cy] = [far * py, -far * px];
  const begin = Math.atan2(py - cy, px - cx);
  let sweep = Math.atan2(-py - cy, -px - cx) - begin;
  if (isClockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!isClockwise && sweep > 0) sweep -= 2 * Math.PI;
  return Array.from({ length: pieces }, (_, index): Point => {
    const angle = begin + (sweep * (index + 1)) / pieces;
    return [
      (x1 + x2) / 2 + grow * rx * (cx + Math.cos(angle)),
      (y1 + y2) / 2 + grow * ry * (cy + Math.sin(angle)),
    ];
  });
}
