import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../../src/core/summary/paths';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy, rendered } from './exampleStudy';

const said = { by: 'bram', at: '2024-01-01T00:00:00Z' };
const reviews = [
  { id: 'r1', coding: 'a1', verdict: 'agree', ...said },
  { id: 'r2', coding: 'a2', verdict: 'disagree', code: 'werkdruk', comment: 'Eerder\n*werkdruk*', ...said },
];
const answers = [
  {
    id: 's2',
    coding: 'a2',
    verdict: 'disagree',
    answer: 'r2',
    comment: 'Het gaat om leren',
    ...said,
    by: 'anna',
  },
];
const linesOf = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const reviewed = {
  ...exampleStudy,
  'reviews/bram/elderly-care/manager.txt.jsonl': linesOf(reviews),
  'reviews/anna/elderly-care/manager.txt.jsonl': linesOf(answers),
};

const summarize = (files: Readonly<Record<string, string>> = reviewed) =>
  summarizeStudy(memoryStudy(files).study, ['elderly-care']);
const render = async (format: TextFormat) => rendered(memoryStudy(reviewed).study, format, ['elderly-care']);

describe('reviews in a summary', () => {
  it('stand with their quotes, with the answers and by the codebook’s present ids', async () => {
    const { quotes } = (await summarize()).cases[0]!;
    const found = quotes.map(({ id, review, reviews: list }) => [id, review, list.length]);
    expect(found.sort()).toEqual([
      ['a1', 'agree', 1],
      ['a2', 'disagree', 1],
      ['a3', null, 0],
      ['b1', null, 0],
    ]);
    expect(quotes.find(({ id }) => id === 'a2')!.reviews).toEqual([
      {
        reviewer: 'bram',
        verdict: 'disagree',
        code: 'time',
        text: null,
        comment: 'Eerder\n*werkdruk*',
        answer: { verdict: 'disagree', comment: 'Het gaat om leren' },
      },
    ]);
  });

  it('are what the summary was made from', async () => {
    const { sources, hash } = (await summarize()).cases[0]!;
    expect(sources.filter((path) => path.startsWith('reviews/'))).toEqual([
      'reviews/anna/elderly-care/manager.txt.jsonl',
      'reviews/bram/elderly-care/manager.txt.jsonl',
    ]);
    const changed = { ...reviewed, 'reviews/anna/elderly-care/manager.txt.jsonl': '' };
    expect((await summarize(changed)).cases[0]!.hash).not.toBe(hash);
  });

  it('are told in words in a report', async () => {
    const markdown = await render('md');
    expect(markdown).toContain('*bram is het ermee eens*');
    expect(markdown).toContain(
      '*bram is het er niet mee eens (liever Belemmering › Tijd): Eerder \\*werkdruk\\* → gehandhaafd: Het gaat om leren*',
    );
    expect(await render('html')).toContain('<em>bram is het ermee eens</em>');
  });

  it('are a cell of a table', async () => {
    const csv = await render('csv');
    expect(csv.split('\r\n')[0]).toMatch(/,reviews$/);
    expect(csv).toContain('bram: disagree (time) Eerder\n*werkdruk*; answer: disagree Het gaat om leren');
  });
});
