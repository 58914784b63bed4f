import { drawingOf, type Shape, type Words } from './svgShapes';

/** How many units of the metafile a pixel of the picture has. */
const unit = 20;
/** A pixel in hundredths of a millimeter, at 96 to the inch. */
const pixel = 2540 / 96;
/** How far below the middle of its letters a line of text stands, of its size. */
const belowMiddle = 0.35;
const device = { width: 1920, height: 1080, millimeters: [508, 286] as const };

/** How far stripes are apart from left to right, and how wide they are, in pixels. */
const [stripeDistance, stripeWidth] = [10, 2];

const [noBrush, noPen] = [0x80000005, 0x80000008];
const alignments = { start: 0, middle: 6, end: 2 };
const onBaseline = 24;

/**
 * Draws a picture as an Enhanced Metafile (MS-EMF): lines and words, sharp at any size, for programs that do not read
 * SVG. The pictures' own SVG is all that it reads: rectangles, paths, words and hatches.
 */
export function renderEmf(svg: string, width: number, height: number): Uint8Array {
  const records = new Records();
  records.add(17, int(8));
  records.add(10, int(0), int(0));
  records.add(9, int(width * unit), int(height * unit));
  records.add(12, int(0), int(0));
  records.add(11, int(width), int(height));
  records.add(18, int(1));
  records.add(19, int(1));
  for (const part of drawingOf(svg)) {
    if (part.kind === 'shape') drawShape(records, part);
    else drawWords(records, part);
  }
  return records.close(width, height);
}

function drawShape(records: Records, shape: Shape): void {
  const { lines, closed, stroke, strokeWidth } = shape;
  // Readers that know no hatches fill with their color, so the stripes are drawn.
  if (shape.hatched) drawStripes(records, shape);
  const fill = shape.hatched ? undefined : shape.fill;
  if (lines.length === 0 || (fill === undefined && stroke === undefined)) return;
  const pen = stroke === undefined ? noPen : 1;
  const brush = fill === undefined ? noBrush : 2;
  if (stroke !== undefined) {
    records.add(38, int(1), int(0), int(strokeWidth * unit), int(0), color(stroke));
  }
  if (fill !== undefined) records.add(39, int(2), int(0), color(fill), int(0));
  records.add(37, int(pen));
  records.add(37, int(brush));
  const points = (line: readonly (readonly [number, number])[]) =>
    line.flatMap(([x, y]) => [int(x * unit), int(y * unit)]);
  if (closed) {
    const counts = lines.map(({ length }) => int(length));
    const total = lines.reduce((sum, { length }) => sum + length, 0);
    records.add(8, ...nowhere, int(lines.length), int(total), ...counts, ...lines.flatMap(points));
  } else {
    for (const line of lines) records.add(4, ...nowhere, int(line.length), ...points(line));
  }
  records.add(37, int(noPen));
  records.add(37, int(noBrush));
  if (stroke !== undefined) records.add(40, int(1));
  if (fill !== undefined) records.add(40, int(2));
}

/** Stripes from below on the left to above on the right, over the rectangle that a shape takes. */
function drawStripes(records: Records, { lines, fill }: Shape): void {
  const points = lines.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const stripes = [];
  for (let x = left - (bottom - top); x < right; x += stripeDistance) {
    const [from, to] = [Math.max(x, left), Math.min(x + bottom - top, right)];
    if (from < to) {
      stripes.push([[from, bottom - (from - x)] as const, [to, bottom - (to - x)] as const]);
    }
  }
  const plain = { kind: 'shape', closed: false, fill: undefined, hatched: false } as const;
  drawShape(records, { ...plain, lines: stripes, stroke: fill, strokeWidth: stripeWidth });
}

function drawWords(records: Records, { text, x, y, size, angle, bold, anchor, fill }: Words): void {
  const down = belowMiddle * size;
  const at = [x - Math.sin(angle) * down, y + Math.cos(angle) * down];
  const escapement = Math.round((-angle * 1800) / Math.PI);
  records.add(82, int(3), font(size, escapement, bold));
  records.add(37, int(3));
  records.add(22, int(onBaseline | alignments[anchor]));
  records.add(24, color(fill));
  const letters = utf16(text);
  const head = [...nowhere, int(1), float(pixel), float(pixel)];
  const words = [
    int(at[0]! * unit),
    int(at[1]! * unit),
    int(text.length),
    int(76),
    int(0),
    ...nowhere,
    int(0),
  ];
  records.add(84, ...head, ...words, letters);
  records.add(37, int(0x8000000d));
  records.add(40, int(3));
}

/** A font as records have it: LOGFONTW, and after it names and marks that stay empty. */
function font(size: number, escapement: number, bold: boolean): Uint8Array {
  const bytes = new Uint8Array(320);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, Math.round(-size * unit), true);
  view.setInt32(8, escapement, true);
  view.setInt32(12, escapement, true);
  view.setInt32(16, bold ? 700 : 400, true);
  bytes[23] = 1;
  bytes.set(utf16('Arial'), 28);
  return bytes;
}

/** The records of a metafile, one after the other. */
class Records {
  readonly #records: Uint8Array[] = [];

  add(type: number, ...parts: readonly Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 8);
    const record = new Uint8Array(Math.ceil(length / 4) * 4);
    const view = new DataView(record.buffer);
    view.setUint32(0, type, true);
    view.setUint32(4, record.length, true);
    let at = 8;
    for (const part of parts) {
      record.set(part, at);
      at += part.length;
    }
    this.#records.push(record);
  }

  /** The whole metafile, with its head and its end. */
  close(width: number, height: number): Uint8Array {
    this.add(14, int(0), int(16), int(20));
    const headLength = 88;
    const length = this.#records.reduce((sum, record) => sum + record.length, headLength);
    const head = [
      1,
      headLength,
      0,
      0,
      width - 1,
      height - 1,
      0,
      0,
      width * pixel,
      height * pixel,
      0x464d4520,
    ];
    const counts = [0x10000, length, this.#records.length + 1, 4, 0, 0, 0];
    const sizes = [device.width, device.height, ...device.millimeters];
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of [...[...head, ...counts, ...sizes].map(int), ...this.#records]) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

function int(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, Math.round(value) >>> 0, true);
  return bytes;
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return bytes;
}

/** A color `#rgb` or `#rrggbb`: red is the lowest byte. */
function color(code: string): Uint8Array {
  const digits = code.slice(1);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return Uint8Array.of(...[0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16) || 0), 0);
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

/** The bounds of a record, which no reader needs. */
const nowhere = [int(0), int(0), int(-1), int(-1)];
