import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProgress, progressLine } from '../../../src/core/review/progress';
import type { Review } from '../../../src/core/review/review';
import { parseReviewLog, reviewLine } from '../../../src/core/review/reviewLog';
import { places } from '../support/problems';

const file = 'reviews/bram/a/x.txt.jsonl';
const review = { id: 'r1', coding: 'c1', verdict: 'agree', by: 'bram', at: '2024-01-01T00:00:00Z' } as const;
const line = (fields: Record<string, unknown> = {}) => JSON.stringify({ ...review, ...fields });

describe('a review log', () => {
  it('gives back what was written, of each id the last', () => {
    const text = fc.string({ minLength: 1 });
    const arbitrary = fc.record<Review>(
      {
        id: fc.constantFrom('r1', 'r2', 'r3'),
        coding: text,
        verdict: fc.constantFrom('agree', 'disagree', 'discuss'),
        code: fc.string(),
        comment: fc.string(),
        answer: fc.string(),
        by: text,
        at: text,
      },
      { requiredKeys: ['id', 'coding', 'verdict', 'by', 'at'] },
    );
    fc.assert(
      fc.property(fc.array(arbitrary), (reviews) => {
        const { log, problems } = parseReviewLog(file, reviews.map((one) => `${reviewLine(one)}\n`).join(''));
        expect(problems).toEqual([]);
        const last = new Map(reviews.map((one) => [one.id, one]));
        expect(new Map(log.current.map((one) => [one.id, one]))).toEqual(last);
      }),
    );
  });

  it('removes what a line says is deleted', () => {
    const { log } = parseReviewLog(file, `${line()}\n{"id":"r1","deleted":true,"by":"bram","at":"x"}\n`);
    expect(log.current).toEqual([]);
  });

  it('keeps proposed bounds with their words', () => {
    const bounds = { start: 3, end: 8, quote: 'woord', prefix: 'a', suffix: 'b' };
    const { log, problems } = parseReviewLog(file, line({ verdict: 'disagree', ...bounds }));
    expect([log.current, problems]).toEqual([[{ ...review, verdict: 'disagree', ...bounds }], []]);
  });

  it.each([
    ['{"id":"r1"', 'review-not-json'],
    ['[1]', 'review-not-json'],
    ['<<<<<<< HEAD', 'log-conflict'],
    [line({ id: '' }), 'log-bad-field'],
    [line({ coding: 1 }), 'log-bad-field'],
    [line({ verdict: 'maybe' }), 'log-bad-field'],
    [line({ comment: 1 }), 'log-bad-field'],
    [line({ start: 1 }), 'log-bad-field'],
    [line({ start: 5, end: 5 }), 'log-bad-field'],
    ['{"deleted":true}', 'log-bad-field'],
  ])('reports %s, and reads the other lines', (bad, code) => {
    const { log, problems } = parseReviewLog(file, `${bad}\n${line({ id: 'r2' })}\n`);
    expect(places(problems)).toEqual([`1:1 ${code}`]);
    expect(log.current.map(({ id }) => id)).toEqual(['r2']);
  });
});

describe('progress', () => {
  const done = {
    transcript: 'transcripts/a/x.txt',
    done: true,
    blind: true,
    by: 'bram',
    at: '2024-01-01T00:00:00Z',
  };

  it('is what was last said of a transcript', () => {
    const text = [done, { ...done, done: false }].map(progressLine).join('\n');
    const { progress, problems } = parseProgress('reviews/bram/progress.jsonl', text);
    expect([[...progress.values()], problems]).toEqual([[{ ...done, done: false }], []]);
  });

  it.each([
    ['no', 'progress-not-json'],
    ['=======', 'log-conflict'],
    [JSON.stringify({ ...done, done: 'yes' }), 'log-bad-field'],
    [JSON.stringify({ ...done, transcript: undefined }), 'log-bad-field'],
  ])('reports %s', (bad, code) => {
    const { progress, problems } = parseProgress(
      'reviews/bram/progress.jsonl',
      `${progressLine(done)}\n${bad}`,
    );
    expect(places(problems)).toEqual([`2:1 ${code}`]);
    expect(progress.size).toBe(1);
  });
});
