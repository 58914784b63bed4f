import { describe, expect, it } from 'vitest';
import { isCoderName } from '../../../src/core/coding/paths';
import { isBlind } from '../../../src/core/review/blind';
import type { Progress } from '../../../src/core/review/progress';
import { nameAtTime, readTime } from '../../../src/core/review/times';

describe('the name of a coder at a time', () => {
  it.each([
    ['anna', 'anna', 1],
    ['anna@2', 'anna', 2],
    ['anna@12', 'anna', 12],
    ['anna@1', 'anna@1', 1],
    ['anna@work', 'anna@work', 1],
    ['@2', '@2', 1],
  ])('%s is %s at time %i', (name, coder, time) => {
    expect(readTime(name)).toEqual({ coder, time });
    expect(nameAtTime({ coder, time })).toBe(name);
    expect(isCoderName(name)).toBe(true);
  });
});

describe('who codes again', () => {
  const said = (fields: Partial<Progress>) =>
    new Map([['anna@2', { transcript: 't', done: false, blind: true, by: 'anna@2', at: 'x', ...fields }]]);

  it('is blind without a round, until done or having looked', () => {
    expect(isBlind('anna@2', [], new Map())).toBe(true);
    expect(isBlind('anna@2', [], said({}))).toBe(true);
    expect(isBlind('anna@2', [], said({ done: true }))).toBe(false);
    expect(isBlind('anna@2', [], said({ blind: false }))).toBe(false);
    expect(isBlind('anna', [], new Map())).toBe(false);
  });
});
