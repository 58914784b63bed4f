import { describe, expect, it } from 'vitest';
import type { Score } from '../../../src/core/maturity/maturity';
import { scoresInSight } from '../../../src/core/maturity/verification';

const scoreOf = (scorer: string, organization: string, domain: string): Score => ({
  scorer,
  organization,
  domain,
  score: 2,
  rationale: undefined,
  evidence: [],
  range: { start: 0, end: 1 },
});

const scores = [
  scoreOf('anna', 'a', 'people'),
  scoreOf('anna', 'a', 'effect'),
  scoreOf('anna', 'b', 'people'),
  scoreOf('bram', 'a', 'people'),
  scoreOf('consensus', 'b', 'people'),
];
const seenBy = (viewer: string | undefined, coders: readonly string[] = ['anna']) => {
  const { visible, hidden } = scoresInSight(scores, coders, viewer);
  return {
    visible: visible.map(({ scorer, organization, domain }) => `${scorer} ${organization} ${domain}`),
    hidden: hidden.map(({ organization, domain }) => `${organization} ${domain}`),
  };
};

describe('the scores that somebody may see', () => {
  it('are others’ where they have scored the same, and what was settled', () => {
    expect(seenBy('bram')).toEqual({
      visible: ['anna a people', 'bram a people', 'consensus b people'],
      hidden: ['a effect'],
    });
    expect(seenBy('anna').hidden).toEqual([]);
  });

  it('are only what was settled for a coder who has not scored', () => {
    expect(seenBy('carla', ['anna', 'carla'])).toEqual({
      visible: ['consensus b people'],
      hidden: ['a people', 'a effect'],
    });
  });

  it('are all for who neither codes nor scores, or has not said who they are', () => {
    for (const viewer of ['dirk', undefined]) {
      expect(seenBy(viewer).visible).toHaveLength(scores.length);
      expect(seenBy(viewer).hidden).toEqual([]);
    }
  });
});
