import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codersAssigned, roundsByTranscript } from '../../../src/core/review/assignments';
import { parseSettings } from '../../../src/core/settings/parse';
import { sha256Hex } from '../../../src/core/text/sha256';

const transcripts = Array.from({ length: 40 }, (_, index) => ({
  path: `transcripts/${index % 2 ? 'icu' : 'home'}/${index}.txt`,
  case: index % 2 ? 'icu' : 'home',
}));

const hundred = Array.from({ length: 100 }, (_, index) => ({ path: `transcripts/${index}.txt`, case: 'x' }));

function drawnOf(yaml: string, of = transcripts): string[] {
  const { settings } = parseSettings('study.yaml', `doubleCoding: [${yaml}]`);
  return [...roundsByTranscript(settings, of, sha256Hex).keys()];
}

describe('the sample of a round', () => {
  it('has all transcripts that are meant where none are drawn', () => {
    expect(drawnOf('{coders: [a, b], cases: [icu]}')).toEqual(
      transcripts
        .filter((one) => one.case === 'icu')
        .map(({ path }) => path)
        .sort(),
    );
    expect(drawnOf('{coders: [a, b]}')).toHaveLength(40);
    expect(drawnOf('{coders: [a, b], transcripts: [icu/3.txt], cases: [none]}')).toEqual([
      'transcripts/icu/3.txt',
    ]);
  });

  it('is the same for the same seed, whatever the order of the files, and another for another', () => {
    const round = (seed: number) => `{coders: [a, b], count: 8, seed: ${seed}}`;
    expect(drawnOf(round(1), transcripts.toReversed())).toEqual(drawnOf(round(1)));
    expect(drawnOf(round(2))).not.toEqual(drawnOf(round(1)));
  });

  it('is as large as is asked, a share rounded up', () => {
    expect(drawnOf('{coders: [a, b], share: 21%, seed: 3}')).toHaveLength(9);
    expect(drawnOf('{coders: [a, b], share: 10%, seed: 3, cases: [icu]}')).toHaveLength(2);
    expect(drawnOf('{coders: [a, b], count: 100, seed: 3}')).toHaveLength(40);
    expect(drawnOf('{coders: [a, b], share: 7%, seed: 3}', hundred)).toHaveLength(7);
  });

  it('changes by one at most when a transcript is added', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 39 }),
        fc.string({ minLength: 1 }),
        (seed, count, name) => {
          const round = `{coders: [a, b], count: ${count}, seed: ${seed}}`;
          const before = new Set(drawnOf(round));
          const after = drawnOf(round, [
            ...transcripts,
            { path: `transcripts/new/${name}.txt`, case: 'new' },
          ]);
          expect(after.filter((path) => !before.has(path)).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('the coders of a transcript', () => {
  it('are those it is assigned to, by its case or by itself, each once', () => {
    const { settings } = parseSettings(
      'study.yaml',
      'assignments: [{coder: anna, cases: [icu]}, {coder: bram, transcripts: [icu/1.txt]}, {coder: anna, transcripts: [icu/1.txt]}]\n',
    );
    const codersOf = (path: string) =>
      codersAssigned(settings, transcripts.find((other) => other.path === path)!);
    expect(codersOf('transcripts/icu/1.txt')).toEqual(['anna', 'bram']);
    expect(codersOf('transcripts/icu/3.txt')).toEqual(['anna']);
    expect(codersOf('transcripts/home/2.txt')).toEqual([]);
  });
});
