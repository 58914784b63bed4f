import { describe, expect, it } from 'vitest';
import { isBlind } from '../../../src/core/review/blind';
import type { Progress } from '../../../src/core/review/progress';
import type { CodingRound } from '../../../src/core/settings/settings';

const round: CodingRound = {
  round: '1',
  coders: ['anna', 'bram'],
  cases: [],
  transcripts: [],
  draw: undefined,
};

function said(by: string, done: boolean, blind: boolean): [string, Progress] {
  return [by, { transcript: 'transcripts/a/x.txt', done, blind, by, at: '2024-01-01T00:00:00Z' }];
}

describe('coding blind', () => {
  it('is for the coders of a round until they are done', () => {
    expect(isBlind('anna', [round], new Map())).toBe(true);
    expect(isBlind('anna', [round], new Map([said('anna', true, true)]))).toBe(false);
    expect(isBlind('anna', [round], new Map([said('bram', true, true)]))).toBe(true);
    expect(isBlind('anna', [round], new Map([said('anna', false, true)]))).toBe(true);
  });

  it('is not for others, nor outside a round, nor for who chose to look', () => {
    expect(isBlind('cees', [round], new Map())).toBe(false);
    expect(isBlind('anna', [], new Map())).toBe(false);
    expect(isBlind('anna', [round], new Map([said('anna', false, false)]))).toBe(false);
  });

  it('is for who has not said who they are, as long as a coder is not done', () => {
    expect(isBlind(undefined, [round], new Map([said('anna', true, true)]))).toBe(true);
    expect(isBlind(undefined, [round], new Map([said('anna', true, true), said('bram', true, true)]))).toBe(
      false,
    );
    expect(isBlind(undefined, [], new Map())).toBe(false);
  });

  it('in one of two rounds is blind', () => {
    expect(isBlind('cees', [round, { ...round, round: '2', coders: ['cees', 'anna'] }], new Map())).toBe(
      true,
    );
  });
});
