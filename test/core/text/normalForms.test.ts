import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizedLength } from '../../../src/core/text/normalForms';

const piece = fc.constantFrom(
  'é',
  'e\u0301',
  'e',
  '\u0301',
  '\n',
  'ﬁ',
  '가',
  '\u1100',
  '\u1161',
  '😀',
  'Å',
  ' ',
);

describe('normalizedLength', () => {
  it('is the length of the normalized part before an offset', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.nat(60),
        fc.constantFrom('NFC' as const, 'NFD' as const),
        (pieces, at, form) => {
          const text = pieces.join('');
          const offset = Math.min(at, text.length);
          expect(normalizedLength(text, offset, form)).toBe(text.slice(0, offset).normalize(form).length);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('tells texts and forms apart that are asked about in turn', () => {
    expect(normalizedLength('é\né', 3, 'NFD')).toBe(5);
    expect(normalizedLength('é\né', 3, 'NFC')).toBe(3);
    expect(normalizedLength('e\ne', 3, 'NFD')).toBe(3);
  });
});
