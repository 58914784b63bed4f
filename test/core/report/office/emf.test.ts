import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../../src/core/pictures/draw';
import { picturesOfCase } from '../../../../src/core/pictures/pictures';
import { renderEmf } from '../../../../src/core/report/office/emf';
import { drawingOf } from '../../../../src/core/report/office/svgShapes';
import { exampleStudy } from '../../summary/exampleStudy';
import { memoryStudy } from '../../support/memoryStudy';

interface RecordOf {
  readonly type: number;
  readonly view: DataView;
}

/** The records of a metafile; it fails where their lengths do not add up. */
function recordsOf(bytes: Uint8Array): RecordOf[] {
  const records: RecordOf[] = [];
  const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length; ) {
    const length = whole.getUint32(at + 4, true);
    if (length < 8 || length % 4 !== 0 || at + length > bytes.length) throw new Error(`bad record at ${at}`);
    records.push({
      type: whole.getUint32(at, true),
      view: new DataView(bytes.buffer, bytes.byteOffset + at, length),
    });
    at += length;
  }
  return records;
}

/** The words that a metafile writes. */
function wordsIn(records: readonly RecordOf[]): string[] {
  return records
    .filter(({ type }) => type === 84)
    .map(({ view }) => {
      const [count, offset] = [view.getUint32(44, true), view.getUint32(48, true)];
      return Array.from({ length: count }, (_, index) =>
        String.fromCharCode(view.getUint16(offset + index * 2, true)),
      ).join('');
    });
}

describe('a metafile', () => {
  it('has the size, the lines and the words of its picture', () => {
    const svg =
      '<svg><rect x="10" y="5" width="20" height="30" fill="#D55E00"></rect>' +
      '<path d="M0 0l10 0l0 10Z" transform="translate(5 5)" fill="none" stroke="#000"></path>' +
      '<text x="1" y="2" font-size="12px" text-anchor="middle" fill="#0072B2">Te duur &amp; é</text></svg>';
    const records = recordsOf(renderEmf(svg, 100, 40));
    const [head] = records;
    expect([head!.type, head!.view.getUint32(40, true)]).toEqual([1, 0x464d4520]);
    expect(head!.view.getUint32(52, true)).toBe(records.length);
    expect(records.at(-1)!.type).toBe(14);
    expect(wordsIn(records)).toEqual(['Te duur & é']);
    const [square, triangle] = records.filter(({ type }) => type === 8);
    const pointsOf = (view: DataView, count: number) =>
      Array.from({ length: count }, (_, index) => [
        view.getInt32(36 + index * 8, true) / 20,
        view.getInt32(40 + index * 8, true) / 20,
      ]);
    expect(pointsOf(square!.view, 4)).toEqual([
      [10, 5],
      [30, 5],
      [30, 35],
      [10, 35],
    ]);
    expect(pointsOf(triangle!.view, 3)).toEqual([
      [5, 5],
      [15, 5],
      [15, 15],
    ]);
    const colors = records.filter(({ type }) => type === 39).map(({ view }) => view.getUint32(16, true));
    expect(colors).toEqual([0x005ed5]);
  });

  it('goes round a circle that arcs make', () => {
    const [circle] = drawingOf('<svg><path d="M10 0A10 10 0 1 1 10 -0.0001Z" fill="#000000"></path></svg>');
    const points = circle!.kind === 'shape' ? circle!.lines[0]! : [];
    const [cx, cy] = [
      points.reduce((sum, [x]) => sum + x, 0) / points.length,
      points.reduce((sum, [, y]) => sum + y, 0) / points.length,
    ];
    for (const [x, y] of points) expect(Math.hypot(x - cx, y - cy)).toBeCloseTo(10, 0);
  });

  it('can be made of every picture of a case, with all its words', async () => {
    const { study } = memoryStudy(exampleStudy);
    const drawn = (await picturesOfCase(study, 'elderly-care')).filter(({ empty }) => empty === null);
    expect(drawn.length).toBeGreaterThan(1);
    for (const data of drawn) {
      const { svg, width, height } = await drawPicture(data, 'print');
      const words = [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text!);
      expect(wordsIn(recordsOf(renderEmf(svg, width, height)))).toHaveLength(words.length);
    }
  });
});
