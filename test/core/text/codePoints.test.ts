import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePoints } from '../../../src/core/text/codePoints';

const texts = fc
  .array(fc.constantFrom('a', 'é', '\n', '\u{1F600}', '\u{1D11E}', '\ud83d', '\udc00'))
  .map((parts) => parts.join(''));

describe('code points', () => {
  it('are counted as the language itself counts them, and lead back to the same offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const points = new CodePoints(text);
        let offset = 0;
        let count = 0;
        for (const character of text) {
          expect(points.at(offset)).toBe(count);
          expect(points.offsetOf(count)).toBe(offset);
          offset += character.length;
          count++;
        }
        expect([points.at(offset), points.offsetOf(count)]).toEqual([count, offset]);
      }),
    );
  });

  it('put an offset inside a character at its begin', () => {
    expect(new CodePoints('\u{1F600}a').at(1)).toBe(0);
  });
});
