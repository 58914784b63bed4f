import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, markColor, tintColor } from '../../../src/core/highlight/color';

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

function rgb(color: string): readonly [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return [r!, g!, b!];
}

describe('markColor', () => {
  it.each([
    { dark: true, highContrast: false, background: '#1f1f1f', least: 3 },
    { dark: false, highContrast: false, background: '#ffffff', least: 3 },
    { dark: true, highContrast: true, background: '#000000', least: 4.5 },
    { dark: false, highContrast: true, background: '#ffffff', least: 4.5 },
  ])('stands out from $background at least $least to 1', ({ background, least, ...backdrop }) => {
    fc.assert(
      fc.property(hex, (color) => {
        expect(contrast(rgb(markColor(color, backdrop)), rgb(background))).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('leaves a color alone that stands out already', () => {
    expect(markColor('#0072b2', { dark: false, highContrast: false })).toBe('#0072b2');
  });
});

describe('tintColor', () => {
  it('is the mark, transparent', () => {
    expect(tintColor('#0072b2', { dark: false, highContrast: false })).toMatch(/^#0072b2[0-9a-f]{2}$/);
  });
});

describe('contrast', () => {
  it('goes from 1 to 21', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1);
  });
});
