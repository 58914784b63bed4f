import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../src/core/random';
import { continuumOfCode, joined } from '../../../../src/core/review/statistics/continuum';
import { cuAlpha, kuAlpha, uAlpha, uAlphaPresence } from '../../../../src/core/review/statistics/unitizing';
import { alphaU, disagreements } from '../../../../src/core/review/statistics/unitizing1995';
import { coder, continua } from './arbitraryContinua';
import { continuum, example, mirrored, ranges, swapped } from './continua';

const coefficients = {
  uAlpha,
  uAlphaPresence,
  alphaU: (of: Parameters<typeof uAlpha>[0]) => alphaU(of, ['A', 'B', 'C']),
};

describe('the u-alpha family of 2016', () => {
  it('is as computed elsewhere for the example', () => {
    expect(uAlpha(example).value).toBeCloseTo(0.58556, 5);
    expect(uAlphaPresence(example).value).toBeCloseTo(0.72939, 5);
  });

  it('tells of codes within units', () => {
    expect(cuAlpha(example).coefficient.value).toBeCloseTo(0.01748, 5);
    expect(cuAlpha(example).coverage).toBeCloseTo(0.26, 10);
    expect(kuAlpha(example, 'A').coefficient.value).toBeCloseTo(0.02066, 5);
    expect(kuAlpha(example, 'A').coverage).toBeCloseTo(0.917, 3);
    expect(kuAlpha(example, 'B')).toEqual({ coefficient: { value: 0 }, coverage: 0.5 });
  });

  it('takes each code as its own continuum', () => {
    expect(uAlphaPresence(continuumOfCode(example, 'A')).value).toBeCloseTo(0.67618, 5);
    expect(uAlphaPresence(continuumOfCode(example, 'B')).value).toBeCloseTo(-0.07826, 5);
  });

  it('is below 0 for a coder who is silent', () => {
    expect(uAlphaPresence(continuum(100, 'A[0,10)', '')).value).toBeCloseTo(-0.045, 4);
  });

  it('is the same by u-alpha and |u-alpha for one code', () => {
    fc.assert(
      fc.property(continua, (given) => {
        const ofOne = continuumOfCode(given, 'A');
        expect(uAlpha(ofOne)).toEqual(uAlphaPresence(ofOne));
      }),
    );
  });

  it('is undefined, and not 1, where nobody or everybody coded everything', () => {
    for (const given of [continuum(9, '', ''), continuum(9, 'A[0,9)', 'A[0,9)')]) {
      expect(uAlpha(given)).toEqual({ value: null, undefined: 'one-value-only' });
      expect(uAlphaPresence(given)).toEqual({ value: null, undefined: 'one-value-only' });
    }
    expect(uAlpha(continuum(0, '', ''))).toEqual({ value: null, undefined: 'no-units' });
  });

  it('is undefined within units where no units meet, or they have one code', () => {
    const apart = continuum(9, 'A[0,3)', 'A[3,5)');
    expect(cuAlpha(apart)).toEqual({ coefficient: { value: null, undefined: 'no-units' }, coverage: 0 });
    expect(kuAlpha(apart, 'A').coefficient).toEqual({ value: null, undefined: 'no-units' });
    expect(kuAlpha(apart, 'B')).toEqual({ coefficient: { value: null, undefined: 'no-units' }, coverage: 0 });
    const alike = continuum(9, 'A[0,3)', 'A[1,5)');
    expect(cuAlpha(alike).coefficient).toEqual({ value: null, undefined: 'one-value-only' });
    expect(kuAlpha(alike, 'A').coefficient).toEqual({ value: null, undefined: 'one-value-only' });
  });

  it('compares codes within units for two coders only', () => {
    expect(() => cuAlpha(continuum(9, '', '', ''))).toThrow(RangeError);
    expect(() => kuAlpha(continuum(9, '', '', ''), 'A')).toThrow(RangeError);
  });

  it('does not tell one coder from the other within units', () => {
    fc.assert(
      fc.property(coder(), coder(), (first, second) => {
        const given = { length: 60, coders: [first, second] };
        const one = [cuAlpha(given), kuAlpha(given, 'A')];
        const other = [cuAlpha(swapped(given)), kuAlpha(swapped(given), 'A')];
        for (const [index, { coefficient, coverage }] of one.entries()) {
          expect(other[index]!.coverage).toBeCloseTo(coverage, 10);
          if (coefficient.value === null) expect(other[index]!.coefficient).toEqual(coefficient);
          else expect(other[index]!.coefficient.value).toBeCloseTo(coefficient.value, 10);
        }
      }),
    );
  });
});

describe('alpha_u of 1995', () => {
  it('is as computed elsewhere for the example, one code at a time and pooled', () => {
    expect(alphaU(example, ['A']).value).toBeCloseTo(0.7653, 4);
    expect(alphaU(example, ['B']).value).toBeCloseTo(-0.2618, 4);
    expect(alphaU(example, ['A', 'B']).value).toBeCloseTo(0.4982, 4);
  });

  it('is as published in 2004', () => {
    const published = continuum(
      300,
      'c[75,145) c[220,250) k[30,90) k[150,200)',
      'c[70,150) c[205,225) c[250,270) k[30,90) k[150,200)',
    );
    const { observed, expected } = disagreements(continuumOfCode(published, 'c'));
    expect(observed).toBeCloseTo(0.01444, 5);
    expect(expected).toBeCloseTo(0.05322, 5);
    expect(alphaU(published, ['c']).value).toBeCloseTo(0.7286, 4);
    expect(alphaU(published, ['k'])).toEqual({ value: 1 });
    expect(alphaU(published, ['c', 'k']).value).toBeCloseTo(0.8587, 4);
  });

  it('is below 0 for a coder who is silent', () => {
    expect(alphaU(continuum(100, 'A[0,10)', ''), ['A']).value).toBeCloseTo(-0.1544, 4);
  });

  it('is undefined without units, and without text', () => {
    expect(alphaU(example, ['C'])).toEqual({ value: null, undefined: 'one-value-only' });
    expect(alphaU(continuum(0, '', ''), ['A'])).toEqual({ value: null, undefined: 'no-units' });
  });
});

describe.each(Object.entries(coefficients))('%s', (_, coefficient) => {
  it('does not tell one coder from another, nor the start of a text from its end', () => {
    fc.assert(
      fc.property(continua, (given) => {
        const { value } = coefficient(given);
        for (const same of [swapped(given), mirrored(given)]) {
          if (value === null) expect(coefficient(same)).toEqual(coefficient(given));
          else expect(coefficient(same).value).toBeCloseTo(value, 10);
        }
      }),
    );
  });

  it('is 1 at perfect agreement with variation, and less with less', () => {
    fc.assert(
      fc.property(coder(), fc.integer({ min: 2, max: 4 }), (units, coders) => {
        fc.pre(units.length > 0 && units.some(({ start }) => start > 0));
        const given = { length: 70, coders: Array.from({ length: coders }, () => units) };
        expect(coefficient(given)).toEqual({ value: 1 });
        const less = { ...given, coders: [units.slice(1), ...given.coders.slice(1)] };
        expect(coefficient(less).value).toBeLessThan(1);
      }),
    );
  });

  it('is never above 1', () => {
    fc.assert(fc.property(continua, (given) => (coefficient(given).value ?? 0) <= 1));
  });

  it('is near 0 for coders who put units in random places', () => {
    const random = seeded(9);
    const anywhere = () =>
      Array.from({ length: 2000 }, (_, unit) => {
        const start = unit * 50 + Math.floor(random() * 30);
        return { start, end: start + 1 + Math.floor(random() * 20), code: random() < 0.5 ? 'A' : 'B' };
      });
    const given = { length: 100_000, coders: [anywhere(), anywhere()] };
    expect(Math.abs(coefficient(given).value!)).toBeLessThan(0.1);
  });

  it('refuses units of a coder that overlap, units past the text, and a single coder', () => {
    expect(() => uAlpha(continuum(9, 'A[0,5) B[4,6)', ''))).toThrow(RangeError);
    expect(() => coefficient(continuum(9, 'A[0,10)', ''))).toThrow(RangeError);
    expect(() => coefficient(continuum(9, 'A[0,3)'))).toThrow(RangeError);
  });
});

describe('a continuum of several texts', () => {
  it('has them one after the other', () => {
    expect(joined([continuum(9, 'A[0,3)', 'B[2,9)'), continuum(5, 'A[1,2)', '')])).toEqual(
      continuum(14, 'A[0,3) A[10,11)', 'B[2,9)'),
    );
    expect(joined([])).toEqual({ length: 0, coders: [] });
  });

  it('has the same coders all along', () => {
    expect(() => joined([continuum(9, '', ''), continuum(9, '')])).toThrow(RangeError);
  });

  it('has the same u-alpha in any order', () => {
    fc.assert(
      fc.property(coder(), coder(), coder(), coder(), (a, b, c, d) => {
        const texts = [
          { length: 60, coders: [a, b] },
          { length: 65, coders: [c, d] },
        ];
        const { value } = uAlpha(joined(texts));
        if (value !== null) expect(uAlpha(joined(texts.toReversed())).value).toBeCloseTo(value, 10);
      }),
    );
  });
});

describe('the continuum of a code', () => {
  it('makes what overlaps one unit, and leaves apart what only touches', () => {
    const given = continuum(50, 'A[10,20) B[0,9) A[15,25) A[25,30) A[12,14)', 'A[1,2)');
    expect(continuumOfCode(given, 'A')).toEqual(continuum(50, 'A[10,25) A[25,30)', 'A[1,2)'));
    expect(ranges('A[10,25)')).toHaveLength(1);
  });
});
