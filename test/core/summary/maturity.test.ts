import { describe, expect, it } from 'vitest';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy } from './exampleStudy';

async function maturityOf(scores: Readonly<Record<string, string>>) {
  const files = Object.entries(scores).map(([scorer, text]) => [`scores/${scorer}.yaml`, text]);
  const { study } = memoryStudy({ ...exampleStudy, ...Object.fromEntries(files) });
  const { maturity, maturityTotals } = (await summarizeStudy(study)).cases[0]!;
  return { people: maturity[0]!, rows: maturity, north: maturityTotals[0]!, south: maturityTotals[1]! };
}

const score = (domain: string, figure: number, more = '') =>
  `- {organization: org-1, domain: ${domain}, score: ${figure}${more}}\n`;

describe('the maturity of a case', () => {
  it('has a row for each organization and domain, scored or not', async () => {
    const { rows, north } = await maturityOf({});
    expect(rows.map(({ organization, domain, score }) => [organization, domain, score])).toEqual([
      ['org-1', 'people', null],
      ['org-1', 'effect', null],
      ['org-1', 'economy', null],
      ['org-2', 'people', null],
      ['org-2', 'effect', null],
      ['org-2', 'economy', null],
    ]);
    expect(north).toMatchObject({ total: null, highest: 9, scored: 0, domains: 3 });
  });

  it('takes the one scorer’s figure', async () => {
    const { people } = await maturityOf({ anna: score('people', 2, ', rationale: Nog geen scholing.') });
    expect(people).toMatchObject({ score: 2, by: 'anna', settled: false, rationale: 'Nog geen scholing.' });
  });

  it('takes the consensus over what the scorers gave', async () => {
    const { people } = await maturityOf({
      anna: score('people', 2),
      bram: score('people', 3),
      consensus: score('people', 3, ', rationale: Besproken.'),
    });
    expect(people).toMatchObject({ score: 3, by: 'consensus', settled: true, rationale: 'Besproken.' });
    expect(people.scores.map(({ scorer, score }) => [scorer, score])).toEqual([
      ['anna', 2],
      ['bram', 3],
      ['consensus', 3],
    ]);
  });

  it('has no figure where scorers differ, and one that is not settled where they agree', async () => {
    const differ = await maturityOf({ anna: score('people', 2), bram: score('people', 3) });
    expect(differ.people).toMatchObject({ score: null, by: null, settled: false });
    const agree = await maturityOf({ anna: score('people', 2), bram: score('people', 2) });
    expect(agree.people).toMatchObject({ score: 2, by: null, settled: false });
  });

  it('adds up the figures that there are and says how many', async () => {
    const { north } = await maturityOf({
      anna: score('people', 2) + score('effect', 1) + score('economy', 3),
      bram: score('effect', 2),
    });
    expect(north).toMatchObject({ total: 5, highest: 9, scored: 2, domains: 3 });
  });

  it('names the domains that neither a score’s evidence nor a coding speaks of', async () => {
    const { people, north, south } = await maturityOf({
      anna: score('economy', 1, ', evidence: [a2]') + score('effect', 1, ', evidence: [deleted]'),
    });
    expect(people.quotes).toBe(3);
    expect(north.withoutEvidence).toEqual(['effect']);
    expect(south.withoutEvidence).toEqual(['people', 'effect']);
  });
});
