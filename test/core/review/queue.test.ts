import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { logPath } from '../../../src/core/coding/paths';
import { type QueueRequest, reviewedBy, reviewQueue } from '../../../src/core/review/queue';
import type { StudyCoding } from '../../../src/core/study';
import { sha256Hex } from '../../../src/core/text/sha256';

const yaml = `codes:
  - id: barrier
    name: Barrier
    codes: [{id: time, name: Time, was: [hours]}]
  - {id: money, name: Money}
`;
const { codebook } = await parseCodebook('codebook.yaml', yaml, undefined);

interface Made {
  readonly id: string;
  readonly by?: string;
  readonly transcript?: string;
  readonly code?: string;
  readonly start?: number;
  readonly anchor?: StudyCoding['anchor'];
}

function codingOf({
  id,
  by = 'anna',
  transcript = 'a',
  code = 'money',
  start = 0,
  anchor,
}: Made): StudyCoding {
  const path = `transcripts/icu/${transcript}.txt`;
  const coding = { id, code, start, end: start + 1, quote: 'x', prefix: '', suffix: '', by, at: '' };
  return {
    coding,
    start,
    end: start + 1,
    anchor: anchor ?? 'exact',
    transcript: path,
    log: logPath(by, path),
    text: 'x',
    line: 1,
  };
}

function queueOf(codings: readonly StudyCoding[], request: QueueRequest = {}, reviewer = 'bram'): string[] {
  return reviewQueue(codings, reviewer, request, codebook, sha256Hex).map(({ coding }) => coding.id);
}

const many = Array.from({ length: 100 }, (_, index) =>
  codingOf({ id: `c${index}`, by: index % 2 ? 'anna' : 'cees', transcript: String(index % 7), start: index }),
);

describe('the queue of a reviewer', () => {
  it('has the codings of others that have a place, by transcript and place', () => {
    const codings = [
      codingOf({ id: 'last', transcript: 'b' }),
      codingOf({ id: 'second', start: 9 }),
      codingOf({ id: 'first', start: 2, by: 'cees' }),
      codingOf({ id: 'own', by: 'bram' }),
      codingOf({ id: 'settled', by: 'consensus' }),
      codingOf({ id: 'lost', anchor: 'orphan' }),
    ];
    expect(queueOf(codings)).toEqual(['first', 'second', 'last']);
    expect(queueOf(codings, { coder: 'cees' })).toEqual(['first']);
    expect(queueOf(codings, { transcript: 'transcripts/icu/b.txt' })).toEqual(['last']);
  });

  it('by code has the codes below it and those it has taken over', () => {
    const codings = ['barrier', 'time', 'hours', 'money', 'gone'].map((code, start) =>
      codingOf({ id: code, code, start }),
    );
    expect(queueOf(codings, { code: 'barrier' })).toEqual(['barrier', 'time', 'hours']);
    expect(queueOf(codings, { code: 'gone' })).toEqual(['gone']);
  });

  it('is a sample as large as is asked, in the order in which it is read', () => {
    const sample = queueOf(many, { draw: { size: { count: 12 }, seed: 5 } });
    expect(sample).toHaveLength(12);
    expect(queueOf(many).filter((id) => sample.includes(id))).toEqual(sample);
    expect(queueOf(many, { draw: { size: { percent: 7 }, seed: 5 } })).toHaveLength(7);
    expect(queueOf(many, { draw: { size: { percent: 7.1 }, seed: 5 } })).toHaveLength(8);
    expect(queueOf(many, { coder: 'anna', draw: { size: { count: 200 }, seed: 5 } })).toHaveLength(50);
  });

  it('is the same for the same seed, whatever the order of the codings, and another for another', () => {
    const of = (seed: number, codings = many) => queueOf(codings, { draw: { size: { count: 20 }, seed } });
    expect(of(1, many.toReversed())).toEqual(of(1));
    expect(of(2)).not.toEqual(of(1));
  });

  it('changes by one at most when a coding is added', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 99 }), fc.uuid(), (seed, count, id) => {
        const draw = { size: { count }, seed };
        const before = new Set(queueOf(many, { draw }));
        const after = queueOf([...many, codingOf({ id })], { draw });
        expect(after.filter((one) => !before.has(one)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what a reviewer has reviewed', () => {
  it('are the codings they gave a verdict on, not those they answered for', () => {
    const review = { verdict: 'agree', by: 'bram', at: '' } as const;
    const log = 'reviews/bram/icu/a.txt.jsonl';
    const reviewed = reviewedBy('bram', [
      { review: { ...review, id: '1', coding: 'c1' }, log },
      { review: { ...review, id: '2', coding: 'c2', answer: '9' }, log },
      { review: { ...review, id: '3', coding: 'c3' }, log: 'reviews/cees/icu/a.txt.jsonl' },
    ]);
    expect([...reviewed]).toEqual(['c1']);
  });
});
