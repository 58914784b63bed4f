import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../src/core/summary/model';
import { bestQuotes, spreadQuotes } from '../../../../src/core/summary/report/bestQuotes';
import { type Passage, passagesByCode, respondentKeys } from '../../../../src/core/summary/report/passages';

const quoteOf = (rest: Partial<Quote>): Quote => ({
  id: 'q',
  code: 'barrier',
  text: 'words',
  role: null,
  organization: null,
  participant: null,
  transcript: 'transcripts/a/one.txt',
  start: 0,
  end: 5,
  line: 1,
  coder: 'anna',
  memo: null,
  anchor: 'exact',
  from: [],
  review: null,
  reviews: [],
  ...rest,
});

const respondentOf = respondentKeys();

const passagesOf = (quotes: readonly Quote[]): readonly Passage[] =>
  passagesByCode(quotes).get('barrier') ?? [];

const quotes = fc
  .array(
    fc.record({
      organization: fc.constantFrom('a', 'b', null),
      participant: fc.constantFrom('P1', 'P2', 'P3', null),
      transcript: fc.constantFrom('transcripts/x/1.txt', 'transcripts/x/2.txt'),
      start: fc.nat(500),
      length: fc.integer({ min: 1, max: 400 }),
      line: fc.constantFrom(1, null),
      review: fc.constantFrom('agree', 'disagree', 'discuss', null),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ length, start, ...rest }, index) =>
      quoteOf({ id: String(index), start, end: start + length, text: 'x'.repeat(length), ...rest }),
    ),
  );

describe('the quotes that stand with a theme', () => {
  it('are never two from one respondent before there is one from each who has any left', () => {
    fc.assert(
      fc.property(quotes, (drawn) => {
        const passages = passagesOf(drawn);
        const order = spreadQuotes(passages, Number.POSITIVE_INFINITY).map(({ first }) =>
          respondentOf(first),
        );
        const seconds = order.findIndex((one, index) => order.indexOf(one) < index);
        if (seconds === -1) return;
        const later = order.slice(seconds).filter((one) => !order.slice(0, seconds).includes(one));
        expect(later).toEqual([]);
      }),
    );
  });

  it('do not say the same words twice', () => {
    fc.assert(
      fc.property(quotes, (drawn) => {
        const order = spreadQuotes(passagesOf(drawn), Number.POSITIVE_INFINITY).map(({ first }) => first);
        for (const [index, one] of order.entries()) {
          const overlapping = order
            .slice(0, index)
            .filter((other) => other.transcript === one.transcript)
            .filter((other) => other.start < one.end && one.start < other.end);
          expect(overlapping).toEqual([]);
        }
      }),
    );
  });

  it('are those with a star, all of them, where there is any', () => {
    const drawn = [
      quoteOf({ id: '1', participant: 'P1' }),
      quoteOf({ id: '2', participant: 'P2', start: 10, end: 15, star: true }),
      quoteOf({ id: '3', participant: 'P2', start: 20, end: 25, star: true }),
      quoteOf({ id: '4', participant: 'P2', start: 30, end: 35, star: true }),
    ];
    expect(bestQuotes(passagesOf(drawn), 2).map(({ first }) => first.id)).toEqual(['2', '3', '4']);
    const plain = drawn.map(({ star: _, ...rest }) => rest);
    expect(bestQuotes(passagesOf(plain), 2).map(({ first }) => first.id)).toEqual(['1', '2']);
  });

  it('come from another organization before a second of one, and disputed or lost ones last', () => {
    const long = 'A sentence that is long enough to say by itself what it is about.';
    const drawn = [
      quoteOf({ id: 'a1', organization: 'a', participant: 'P1', text: long }),
      quoteOf({ id: 'a2', organization: 'a', participant: 'P2', start: 10, end: 15, text: long }),
      quoteOf({ id: 'b1', organization: 'b', participant: 'P3', start: 20, end: 25, review: 'disagree' }),
      quoteOf({ id: 'b2', organization: 'b', participant: 'P3', start: 30, end: 35, text: long }),
      quoteOf({ id: 'b3', organization: 'b', participant: 'P3', start: 40, end: 45, line: null }),
    ];
    const order = spreadQuotes(passagesOf(drawn), Number.POSITIVE_INFINITY).map(({ first }) => first.id);
    expect(order).toEqual(['a1', 'b2', 'a2', 'b1', 'b3']);
  });
});

describe('passages', () => {
  it('are what stands in one place in one way, or the same lost words, in the order of the quotes', () => {
    const quote = fc
      .record({
        transcript: fc.constantFrom('transcripts/x/1.txt', 'transcripts/x/2.txt'),
        start: fc.nat(3),
        length: fc.integer({ min: 1, max: 2 }),
        isLost: fc.boolean(),
        text: fc.constantFrom('one', 'two'),
        anchor: fc.constantFrom('exact', 'edited'),
      })
      .map(({ isLost, length, ...rest }) =>
        quoteOf({
          ...rest,
          end: rest.start + length,
          line: isLost ? null : 1,
          text: isLost ? rest.text : 'words',
          anchor: isLost ? 'orphan' : (rest.anchor as 'exact'),
        }),
      );
    const byPlace = (a: Quote, b: Quote) =>
      a.transcript < b.transcript ? -1 : a.transcript > b.transcript ? 1 : a.start - b.start || a.end - b.end;
    fc.assert(
      fc.property(fc.array(quote, { maxLength: 12 }), (drawn) => {
        const sorted = drawn.map((one, index) => ({ ...one, id: String(index) })).sort(byPlace);
        const keyOf = ({ transcript, start, end, line, text, anchor }: Quote) =>
          JSON.stringify([transcript, start, end, line === null ? text : null, anchor]);
        const groups = new Map<string, string[]>();
        for (const one of sorted) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one.id]);
        const found = passagesOf(sorted);
        expect(found.map(({ codings }) => codings.map(({ id }) => id))).toEqual([...groups.values()]);
        expect(found.map(({ number }) => number)).toEqual(found.map((_, index) => index + 1));
      }),
    );
  });
});
