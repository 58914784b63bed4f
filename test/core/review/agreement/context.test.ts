import { describe, expect, it } from 'vitest';
import type { AgreementReport } from '../../../../src/core/review/agreement/model';
import { progressLine } from '../../../../src/core/review/progress';
import { reviewLine } from '../../../../src/core/review/reviewLog';
import { memoryStudy } from '../../support/memoryStudy';
import { filesOf, reportOf, type Span } from './studies';

const path = 'transcripts/icu/x.txt';
const other = 'transcripts/icu/y.txt';
const one: Span[] = [['A', 0, 10]];

const done = (by: string, blind: boolean, at: string) =>
  `${progressLine({ transcript: path, done: true, blind, by, at })}\n`;

/** Codings are of 1 January. */
async function codedOf(more: Readonly<Record<string, string>>): Promise<string> {
  const { study } = memoryStudy({ ...filesOf({ [path]: { turns: 5, spans: { one, two: [] } } }), ...more });
  return (await reportOf(study)).transcripts[0]!.coded;
}

describe('whether coders worked by themselves', () => {
  const progressOf = (coder: string, blind = true, at = '2024-01-02T00:00:00Z') => ({
    [`reviews/${coder}/progress.jsonl`]: done(coder, blind, at),
  });
  const review = (at: string) => ({
    'reviews/two/icu/x.txt.jsonl': `${reviewLine({ id: 'r', coding: 'one-0-A-0', verdict: 'agree', by: 'two', at })}\n`,
  });

  it('is not known where nothing tells', async () => {
    expect(await codedOf({})).toBe('not-known');
    expect(await codedOf(progressOf('one'))).toBe('not-known');
  });

  it('is known where both were done without seeing the other’s codings', async () => {
    expect(await codedOf({ ...progressOf('one'), ...progressOf('two') })).toBe('blind');
    expect(
      await codedOf({ ...progressOf('one'), ...progressOf('two'), ...review('2024-01-03T00:00:00Z') }),
    ).toBe('blind');
  });

  it('did not where one looked', async () => {
    expect(await codedOf({ ...progressOf('one'), ...progressOf('two', false) })).toBe('others-seen');
  });

  it('did not hold on where codings changed later, removals included', async () => {
    const early = { ...progressOf('one', true, '2023-12-31T00:00:00Z'), ...progressOf('two') };
    expect(await codedOf(early)).toBe('after-review');
    const removal = {
      'codings/two/icu/x.txt.jsonl': '{"id":"z","deleted":true,"by":"two","at":"2024-02-01T00:00:00Z"}\n',
    };
    expect(await codedOf({ ...progressOf('one'), ...progressOf('two'), ...removal })).toBe('after-review');
  });

  it('is told from reviews where nobody said to be done', async () => {
    expect(await codedOf(review('2023-12-31T00:00:00Z'))).toBe('after-review');
    expect(await codedOf(review('2024-01-03T00:00:00Z'))).toBe('not-known');
  });
});

describe('rounds of double coding', () => {
  const settings = (coders: string) =>
    `title: T\ndoubleCoding:\n  - {round: first, coders: ${coders}, transcripts: [icu/x.txt]}\n  - {round: second, coders: ${coders}, transcripts: [icu/y.txt]}\n  - {round: third, coders: ${coders}, transcripts: [icu/z.txt]}\n`;
  const files = filesOf({
    [path]: { turns: 5, spans: { one, two: [['A', 20, 30]] } },
    [other]: { turns: 4, spans: { one, two: one } },
    'transcripts/icu/z.txt': { turns: 4, spans: { one } },
  });

  it('have their own figures, in the order of study.yaml, also those that are not coded yet', async () => {
    const { study } = memoryStudy({ ...files, 'study.yaml': settings('[two, one]') });
    const { rounds, transcripts } = await reportOf(study);
    expect(rounds.map(({ round, coders, units }) => [round, ...coders, units])).toEqual([
      ['first', 'one', 'two', 5],
      ['second', 'one', 'two', 4],
      ['third', 'one', 'two', 0],
    ]);
    const kappas = rounds.map(({ codes }) => 'kappa' in codes[0]! && codes[0]!.kappa);
    expect(kappas).toEqual([expect.closeTo(-0.25, 10), 1, null]);
    expect(transcripts.map((found) => found.rounds)).toEqual([['first'], ['second']]);
  });

  it('of other coders are left out', async () => {
    const { study } = memoryStudy({ ...files, 'study.yaml': settings('[one, three]') });
    expect((await reportOf(study)).rounds).toEqual([]);
  });
});

describe('scores', () => {
  const study = (scores: Readonly<Record<string, readonly (readonly [string, string, number])[]>>) =>
    memoryStudy({
      ...filesOf({}),
      'study.yaml':
        'title: T\ncases: [{id: icu, name: ICU, organizations: [{id: o1}, {id: o2}]}, {id: ggz, name: GGZ, organizations: [{id: o3}]}]\n',
      'maturity.yaml':
        'domains: [{id: d, name: D, levels: [a, b, c, d, e]}, {id: e, name: E, levels: [a, b, c, d, e]}]\n',
      ...Object.fromEntries(
        Object.entries(scores).map(([scorer, given]) => [
          `scores/${scorer}.yaml`,
          given
            .map(
              ([organization, domain, score]) =>
                `- {organization: ${organization}, domain: ${domain}, score: ${score}}\n`,
            )
            .join(''),
        ]),
      ),
    }).study;
  const scoresOf = async (
    given: Parameters<typeof study>[0],
    caseId?: string,
  ): Promise<AgreementReport['scores']> => (await reportOf(study(given), { case: caseId })).scores;

  it('are compared where two gave one, without the consensus', async () => {
    const scores = await scoresOf({
      anna: [
        ['o1', 'd', 1],
        ['o2', 'd', 3],
        ['o3', 'd', 5],
        ['o3', 'e', 2],
      ],
      bram: [
        ['o1', 'd', 1],
        ['o2', 'd', 3],
        ['o3', 'd', 4],
      ],
      consensus: [['o1', 'd', 5]],
    });
    expect(scores).toMatchObject({
      scorers: ['anna', 'bram'],
      scores: 3,
      disagreements: [{ organization: 'o3', domain: 'd' }],
    });
    const [pair] = scores!.pairs;
    expect(pair).toMatchObject({ scorers: ['anna', 'bram'], scores: 3 });
    expect(pair!.percentAgreement).toBeCloseTo(2 / 3, 10);
    // Rows 1 3 5 against columns 1 3 4: observed 1, expected sum of |i - j| over the margins, 15 / 9 each pair.
    expect(pair!.linear).toBeCloseTo(1 - 1 / ((0 + 2 + 3 + 2 + 0 + 1 + 4 + 2 + 1) / 3), 10);
    expect(scores!.ordinal.alpha).toBeGreaterThan(0.7);
  });

  it('are those of the case that is asked for', async () => {
    const given = {
      anna: [
        ['o1', 'd', 1],
        ['o3', 'd', 5],
      ],
      bram: [
        ['o1', 'd', 1],
        ['o3', 'd', 4],
      ],
    } as const;
    expect((await scoresOf(given, 'ggz'))!.scores).toBe(1);
  });

  it('are nothing where one person scored, and undefined where all scores are the same', async () => {
    expect(await scoresOf({ anna: [['o1', 'd', 1]] })).toBeNull();
    const same = await scoresOf({ anna: [['o1', 'd', 2]], bram: [['o1', 'd', 2]] });
    expect(same!.ordinal).toEqual({ alpha: null, undefined: 'one value only' });
    expect(same!.pairs[0]).toMatchObject({ linear: null, quadratic: null, undefined: 'one value only' });
  });
});
