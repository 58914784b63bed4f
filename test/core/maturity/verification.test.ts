import { describe, expect, it } from 'vitest';
import type { Score } from '../../../src/core/maturity/maturity';
import { settledOn, verificationOf } from '../../../src/core/maturity/verification';

function score(scorer: string, figure: number, rationale?: string, ...ids: string[]): Score {
  const evidence = ids.map((id) => ({ id, range: { start: 0, end: 0 } }));
  return {
    scorer,
    organization: 'o',
    domain: 'd',
    score: figure,
    rationale,
    evidence,
    range: { start: 0, end: 0 },
  };
}

const anna = score('anna', 2, 'Weinig.', 'a', 'b');
const bram = score('bram', 3, 'Meer.', 'b', 'c');
const settled = score('consensus', 3);

describe('verifying a score', () => {
  it('hides what others gave until the viewer has given their own', () => {
    expect(verificationOf([anna, settled], 'bram')).toEqual({
      own: undefined,
      others: [],
      consensus: undefined,
      hidden: true,
    });
    expect(verificationOf([anna, bram, settled], 'bram')).toEqual({
      own: bram,
      others: [anna],
      consensus: settled,
      hidden: false,
    });
  });

  it('hides nothing where there is nothing', () => {
    expect(verificationOf([], 'bram').hidden).toBe(false);
    expect(verificationOf([bram], 'bram').hidden).toBe(false);
  });
});

describe('a score that is settled', () => {
  it('takes over the reasons and the evidence of those who gave it', () => {
    expect(settledOn(3, [anna, bram])).toEqual({ rationale: 'Meer.', rely: ['b', 'c'] });
    expect(settledOn(2, [anna, score('carla', 2, 'Weinig.', 'd')])).toEqual({
      rationale: 'Weinig.',
      rely: ['a', 'b', 'd'],
    });
    expect(settledOn(4, [anna, bram])).toEqual({ rationale: '', rely: [] });
  });
});
