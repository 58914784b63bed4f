import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/core/settings/parse';
import { places } from '../support/problems';

const parse = (...lines: string[]) => parseSettings('study.yaml', `${lines.join('\n')}\n`);

describe('who codes what, in study.yaml', () => {
  it('is told by coder, and by round of double coding', () => {
    const { settings, problems } = parse(
      'cases: [{id: icu}, {id: home}]',
      'assignments:',
      '  - {coder: anna, cases: [icu]}',
      '  - {coder: bram, transcripts: [home/a.txt, transcripts/home/b.txt]}',
      'doubleCoding:',
      '  - {coders: [anna, bram], share: 12.5%, seed: 7, cases: [icu]}',
      '  - {round: pilot, coders: [anna, bram, anna], transcripts: [home/a.txt]}',
      '  - {round: last, coders: [bram, cees], count: 3, seed: 1}',
    );
    expect(problems).toEqual([]);
    expect(
      settings.assignments.map(({ coder, cases, transcripts }) => [coder, cases, paths(transcripts)]),
    ).toEqual([
      ['anna', ['icu'], []],
      ['bram', [], ['transcripts/home/a.txt', 'transcripts/home/b.txt']],
    ]);
    expect(settings.doubleCoding.map(({ round, coders, draw }) => [round, coders, draw])).toEqual([
      ['1', ['anna', 'bram'], { size: { percent: 12.5 }, seed: 7 }],
      ['pilot', ['anna', 'bram'], undefined],
      ['last', ['bram', 'cees'], { size: { count: 3 }, seed: 1 }],
    ]);
  });

  it.each([
    ['assignments: [{cases: [icu]}]', '1:15 assignment-no-coder'],
    ['assignments: [{coder: a/b}]', '1:23 study-bad-coder'],
    ['assignments: [{coder: anna, case: icu}]', '1:29 yaml-unknown-key'],
    ['cases: [{id: icu}]\nassignments: [{coder: anna, cases: [ icx ]}]', '2:38 round-unknown-case'],
    ['doubleCoding: [{coders: [anna]}]', '1:25 round-few-coders'],
    ['doubleCoding: [{coders: [anna, anna]}]', '1:25 round-few-coders'],
    ['doubleCoding: [{round: 1, coders: [a, b]}, {round: 1, coders: [a, b]}]', '1:52 round-duplicate'],
    ['doubleCoding: [{coders: [a, b], share: 0%, seed: 1}]', '1:40 round-bad-share'],
    ['doubleCoding: [{coders: [a, b], share: 101%, seed: 1}]', '1:40 round-bad-share'],
    ['doubleCoding: [{coders: [a, b], share: half, seed: 1}]', '1:40 round-bad-share'],
    ['doubleCoding: [{coders: [a, b], count: 0, seed: 1}]', '1:40 round-bad-count'],
    ['doubleCoding: [{coders: [a, b], count: 2}]', '1:33 round-no-seed'],
    ['doubleCoding: [{coders: [a, b], share: 5%, count: 2, seed: 1}]', '1:44 round-share-and-count'],
  ])('%s is a problem', (yaml, place) => {
    expect(places(parse(yaml).problems)).toEqual([place]);
  });
});

function paths(transcripts: readonly { path: string }[]): string[] {
  return transcripts.map(({ path }) => path);
}
