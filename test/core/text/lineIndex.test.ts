import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/core/text/lineIndex';

const textWithLines = fc
  .array(
    fc.oneof(fc.constant('\n'), fc.string({ unit: 'grapheme' }), fc.constant('😀'), fc.constant('\u2028')),
  )
  .map((parts) => parts.join('').replaceAll('\r', ''));

describe('LineIndex', () => {
  it('counts UTF-16 code units, two for an astral character', () => {
    const lines = new LineIndex('a😀b\nc');
    expect(lines.positionAt(3)).toEqual({ line: 0, character: 3 });
    expect(lines.positionAt(5)).toEqual({ line: 1, character: 0 });
    expect(lines.offsetAt({ line: 0, character: 3 })).toBe(3);
  });

  it('counts the line after a last line end, and one line in an empty text', () => {
    expect(new LineIndex('a\n').lineCount).toBe(2);
    expect(new LineIndex('').lineCount).toBe(1);
    expect(new LineIndex('').positionAt(0)).toEqual({ line: 0, character: 0 });
  });

  it('takes a line end to be \\n only', () => {
    expect(new LineIndex('a\u2028b\u0085c').lineCount).toBe(1);
  });

  it('clamps offsets and positions to the text', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 99, character: 0 })).toBe(5);
    expect(lines.offsetAt({ line: -1, character: 1 })).toBe(1);
    expect(lines.offsetAt({ line: 1, character: -1 })).toBe(3);
  });

  it('gives every offset a position that leads back to it', () => {
    fc.assert(
      fc.property(textWithLines, (text) => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = lines.positionAt(offset);
          expect(lines.offsetAt(position)).toBe(offset);
          expect(position.line).toBe(text.slice(0, offset).split('\n').length - 1);
        }
      }),
    );
  });

  it('ends each line before its line end', () => {
    fc.assert(
      fc.property(textWithLines, (text) => {
        const lines = new LineIndex(text);
        text.split('\n').forEach((line, index) => {
          const start = lines.offsetAt({ line: index, character: 0 });
          expect(text.slice(start, lines.lineEnd(index))).toBe(line);
        });
      }),
    );
  });
});
