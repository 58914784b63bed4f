import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectQuote } from '../../../src/core/coding/coding';
import { awaitsAnswer, discussionsOf, proposalOf } from '../../../src/core/review/discussion';
import { type Review, verdicts } from '../../../src/core/review/review';
import { applyEdits } from '../../../src/core/text/edits';

const path = 'icu/x.txt';

/** A review with the log it stands in, that of `by` where no other is named. */
function said(review: Partial<Review> & { id: string }, writer?: string) {
  const whole = {
    coding: 'c1',
    verdict: 'agree',
    by: 'bram',
    at: '2024-01-01T00:00:00Z',
    ...review,
  } as Review;
  return { review: whole, log: `reviews/${writer ?? whole.by}/${path}.jsonl` };
}

const day = (date: number) => `2024-01-${String(date).padStart(2, '0')}T00:00:00Z`;

describe('the discussion of a coding', () => {
  it('has the last word of each reviewer, and the last answer to that', () => {
    const discussion = discussionsOf([
      said({ id: 'a2', answer: 'r1', verdict: 'discuss', by: 'anna', at: day(5) }),
      said({ id: 'a1', answer: 'r1', verdict: 'disagree', by: 'anna', at: day(4) }),
      said({ id: 'r0', verdict: 'agree', at: day(1) }),
      said({ id: 'r1', verdict: 'disagree', at: day(2) }),
      said({ id: 'r2', verdict: 'agree', by: 'cees', at: day(3) }),
    ]).get('c1')!;
    expect(
      discussion.opinions.map(({ reviewer, review, answer }) => [reviewer, review.id, answer?.id]),
    ).toEqual([
      ['bram', 'r1', 'a2'],
      ['cees', 'r2', undefined],
    ]);
  });

  it.each([
    ['agree', undefined, 'agree', false],
    ['disagree', undefined, 'disagree', true],
    ['discuss', undefined, 'discuss', true],
    ['disagree', 'agree', 'agree', false],
    ['disagree', 'disagree', 'disagree', false],
    ['disagree', 'discuss', 'discuss', true],
    ['discuss', 'agree', 'agree', false],
    ['discuss', 'disagree', 'discuss', false],
  ] as const)('of one who says %s and is answered %s stands at %s', (verdict, answer, stands, open) => {
    const answers = answer ? [said({ id: 'a', answer: 'r', verdict: answer, by: 'anna' })] : [];
    const { opinions, verdict: standing } = discussionsOf([said({ id: 'r', verdict }), ...answers]).get(
      'c1',
    )!;
    expect(standing).toBe(stands);
    expect(opinions[0]!.open).toBe(open);
    expect(awaitsAnswer(opinions[0]!)).toBe(verdict !== 'agree' && !answer);
  });

  it('stands at what is open rather than at what is settled', () => {
    const reviews = [
      said({ id: 'r1', verdict: 'disagree' }),
      said({ id: 'a1', answer: 'r1', verdict: 'disagree', by: 'anna' }),
      said({ id: 'r2', verdict: 'discuss', by: 'cees' }),
    ];
    expect(discussionsOf(reviews).get('c1')!.verdict).toBe('discuss');
  });

  it('is open again when a reviewer says something anew', () => {
    const reviews = [
      said({ id: 'r1', verdict: 'disagree', at: day(1) }),
      said({ id: 'a1', answer: 'r1', verdict: 'disagree', by: 'anna', at: day(2) }),
      said({ id: 'r2', verdict: 'disagree', at: day(3) }),
    ];
    expect(discussionsOf(reviews).get('c1')!.opinions[0]!.open).toBe(true);
  });

  it('leaves out what consensus says', () => {
    expect(discussionsOf([said({ id: 'r', verdict: 'disagree' }, 'consensus')]).size).toBe(0);
  });

  it('does not depend on the order in which logs are read', () => {
    const reviews = fc.array(
      fc.record({
        verdict: fc.constantFrom(...verdicts),
        by: fc.constantFrom('bram', 'cees'),
        answer: fc.option(fc.constantFrom('0', '1', '2')),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(reviews, fc.infiniteStream(fc.nat()), (made, order) => {
        const all = made.map(({ answer, ...one }, index) =>
          said({ ...one, ...(answer !== null && { answer }), id: String(index), at: day(index + 1) }),
        );
        const mixed = all
          .map((one) => ({ one, rank: order.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect([...discussionsOf(mixed)]).toEqual([...discussionsOf(all)]);
      }),
    );
  });
});

describe('what a reviewer proposes', () => {
  const text = 'R: Het kost te veel tijd, en dat is jammer voor iedereen hier.\n';
  const start = text.indexOf('te veel tijd');
  const selectors = selectQuote(text, { start, end: start + 'te veel tijd'.length });

  it('is nothing, another code or other bounds', () => {
    const { review } = said({ id: 'r', verdict: 'disagree' });
    expect(proposalOf(text, review)).toBeUndefined();
    expect(proposalOf(text, { ...review, code: 'time' })).toEqual({ code: 'time', range: undefined });
    const range = { start: selectors.start, end: selectors.end };
    expect(proposalOf(text, { ...review, ...selectors })).toEqual({ code: undefined, range });
  });

  it('goes along with its words wherever text is put before them', () => {
    const { review } = said({ id: 'r', ...selectors });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (words) => {
        fc.pre(!words.includes('te veel tijd'));
        const edited = applyEdits(text, [{ start: 0, end: 0, text: words }]);
        expect(proposalOf(edited, review)!.range).toEqual({
          start: start + words.length,
          end: selectors.end + words.length,
        });
      }),
    );
  });

  it('is lost with its words, and not guessed at', () => {
    const { review } = said({ id: 'r', ...selectors });
    expect(proposalOf('R: Iets heel anders.\n', review)!.range).toBe('lost');
  });

  it('stands where it says when only its place was noted, as far as the text goes', () => {
    const { review } = said({ id: 'r', start: 3, end: 6 });
    expect(proposalOf(text, review)!.range).toEqual({ start: 3, end: 6 });
    expect(proposalOf('R: J', review)!.range).toBe('lost');
  });
});
