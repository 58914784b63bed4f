import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAssignment, addRound } from '../../../src/core/settings/edit';
import { parseSettings } from '../../../src/core/settings/parse';

const sample = readFileSync(join(import.meta.dirname, '../../../media/sample-study/study.yaml'), 'utf8');
const parse = (text: string) => parseSettings('study.yaml', text);

describe('assigning in study.yaml', () => {
  it('adds a round after all that stands there, comments and all', () => {
    const text = addRound(sample, {
      round: 'pilot',
      coders: ['anna', 'bram'],
      cases: ['intensive-care'],
      draw: { size: { percent: 25 }, seed: 42 },
    });
    expect(text.startsWith(sample.trimEnd())).toBe(true);
    const { settings, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(settings.doubleCoding).toEqual([
      {
        round: 'pilot',
        coders: ['anna', 'bram'],
        cases: ['intensive-care'],
        transcripts: [],
        draw: { size: { percent: 25 }, seed: 42 },
      },
    ]);
  });

  it('begins a file that has nothing in it', () => {
    const text = addAssignment('', 'anna', ['transcripts/icu/a: b #1.txt']);
    expect(parse(text).settings.assignments.map(({ transcripts }) => transcripts[0]!.path)).toEqual([
      'transcripts/icu/a: b #1.txt',
    ]);
  });

  it('reads as it was meant, whatever it is of and however often', () => {
    const coder = fc.stringMatching(/^[a-z][a-z0-9@-]{0,8}$/);
    const draw = fc.record({
      size: fc.oneof(
        fc.record({ count: fc.integer({ min: 1, max: 999 }) }),
        fc.record({ percent: fc.integer({ min: 1, max: 1000 }).map((permille) => permille / 10) }),
      ),
      seed: fc.integer(),
    });
    const round = fc.record({ coders: fc.uniqueArray(coder, { minLength: 2, maxLength: 4 }), draw });
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 4 }), (rounds) => {
        const named = rounds.map((one, index) => ({ ...one, round: `round ${index}` }));
        const text = named.reduce((before, one) => addRound(before, one), 'title: T # the title\n');
        const { settings, problems } = parse(text);
        expect(problems).toEqual([]);
        expect(settings.doubleCoding).toEqual(named.map((one) => ({ ...one, cases: [], transcripts: [] })));
      }),
    );
  });
});
