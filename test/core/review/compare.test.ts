import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCodebook } from '../../../src/core/codebook/codebook';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { type Compared, compareCoders } from '../../../src/core/review/compare';
import type { StudyCoding } from '../../../src/core/study';
import { codingOf, studyCodingOf } from '../support/codings';

const text = 'I: Wat helpt? R: Het kost te veel tijd, zegt men. En geld is er ook niet, dus het stopt.';

const by = (coder: string, id: string, quote: string, code: string): StudyCoding => {
  const start = text.indexOf(quote);
  return studyCodingOf(codingOf(text, start, start + quote.length, { id, code, by: coder }));
};
const compare = (first: StudyCoding[], second: StudyCoding[]) =>
  compareCoders(text, first, second, emptyCodebook).items;
const told = ({ kind, first, second }: Compared) => [kind, first?.coding.id, second?.coding.id];

describe('two codings of one passage', () => {
  it.each([
    ['kost te veel tijd', 'kost te veel tijd', 'time', 'agreement'],
    ['kost te veel tijd', ' kost te veel tijd,', 'time', 'agreement'],
    ['kost te veel tijd', 'kost te veel', 'time', 'different-bounds'],
    ['kost te veel tijd', 'kost te veel tijd', 'money', 'different-code'],
    ['kost te veel tijd', 'te veel tijd, zegt men', 'money', 'different-code'],
  ])('“%s” and “%s” as %s are %s', (one, other, code, kind) => {
    expect(compare([by('A', 'a', one, 'time')], [by('B', 'b', other, code)]).map(told)).toEqual([
      [kind, 'a', 'b'],
    ]);
  });

  it('are two of their own where codes differ and hardly anything is shared', () => {
    const items = compare(
      [by('A', 'a', 'Het kost te veel tijd', 'time')],
      [by('B', 'b', 'tijd, zegt men', 'money')],
    );
    expect(items.map(told)).toEqual([
      ['only-one', 'a', undefined],
      ['only-one', undefined, 'b'],
    ]);
  });

  it('are different where one has a sub-code of the other, and the same where a code has taken over another', async () => {
    const yaml = 'codes: [{id: barrier, name: B, codes: [{id: time, name: T, was: [hours]}]}]';
    const { codebook } = await parseCodebook('codebook.yaml', yaml, undefined);
    const kindOf = (code: string) =>
      compareCoders(text, [by('A', 'a', 'te veel', 'time')], [by('B', 'b', 'te veel', code)], codebook)
        .items[0]!.kind;
    expect(kindOf('barrier')).toBe('different-code');
    expect(kindOf('hours')).toBe('agreement');
  });

  it('have an overlap: what both cover of what either does', () => {
    const [item] = compare([by('A', 'a', 'te veel', 'time')], [by('B', 'b', 'te veel tijd', 'time')]);
    expect(item!.overlap).toBeCloseTo(7 / 12);
    expect(text.slice(item!.start, item!.end)).toBe('te veel tijd');
  });
});

describe('the matching', () => {
  it('prefers the same code to another one, and the largest overlap', () => {
    const items = compare(
      [by('A', 'a1', 'kost te veel tijd', 'time')],
      [
        by('B', 'b1', 'kost te veel tijd', 'money'),
        by('B', 'b2', 'te veel tijd', 'time'),
        by('B', 'b3', 'tijd', 'time'),
      ],
    );
    expect(items.map(told)).toEqual([
      ['different-bounds', 'a1', 'b2'],
      ['only-one', undefined, 'b1'],
      ['only-one', undefined, 'b3'],
    ]);
  });

  it('leaves out what has no place, and says so', () => {
    const lost = { ...by('A', 'a', 'tijd', 'time'), anchor: 'orphan' } as const;
    const { items, unplaced } = compareCoders(text, [lost], [by('B', 'b', 'tijd', 'time')], emptyCodebook);
    expect(items.map(told)).toEqual([['only-one', undefined, 'b']]);
    expect(unplaced).toEqual([lost]);
  });
});

describe('any two coders', () => {
  const codings = (coder: string) =>
    fc
      .array(
        fc.record({
          start: fc.nat(text.length - 2),
          length: fc.integer({ min: 1, max: 30 }),
          code: fc.constantFrom('time', 'money', 'use'),
        }),
        { maxLength: 12 },
      )
      .map((all) =>
        all.map(({ start, length, code }, index) =>
          studyCodingOf(
            codingOf(text, start, Math.min(text.length, start + length), {
              id: `${coder}${index}`,
              code,
              by: coder,
            }),
          ),
        ),
      );

  it('have every coding in exactly one item, and no item without one', () => {
    fc.assert(
      fc.property(codings('A'), codings('B'), (first, second) => {
        const items = compare(first, second);
        const ids = (all: (StudyCoding | undefined)[]) => all.flatMap((one) => one?.coding.id ?? []).sort();
        expect(ids(items.map((item) => item.first))).toEqual(ids(first));
        expect(ids(items.map((item) => item.second))).toEqual(ids(second));
        for (const item of items) expect(item.first ?? item.second).toBeDefined();
      }),
    );
  });

  it('are told the same whoever comes first, and however the codings are ordered', () => {
    fc.assert(
      fc.property(codings('A'), codings('B'), (first, second) => {
        const turned = compare(second.toReversed(), first.toReversed());
        const swapped = turned.map(({ first, second, ...item }) => ({
          ...item,
          first: second,
          second: first,
        }));
        expect(swapped).toEqual(compare(first, second));
      }),
    );
  });

  it('differ in what each kind says', () => {
    fc.assert(
      fc.property(codings('A'), codings('B'), (first, second) => {
        for (const { kind, first: one, second: other, overlap } of compare(first, second)) {
          expect(kind === 'only-one').toBe(!one || !other);
          if (!one || !other) continue;
          expect(kind === 'different-code').toBe(one.coding.code !== other.coding.code);
          if (kind === 'agreement') expect(overlap).toBe(1);
          if (kind === 'different-bounds') expect(overlap).toBeLessThan(1);
          expect(overlap).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('agree with themselves on everything', () => {
    fc.assert(
      fc.property(codings('A'), (own) => {
        const again = own.map((one) => ({ ...one, log: 'codings/A@2/icu/x.txt.jsonl' }));
        expect(compare(own, again).filter(({ kind }) => kind !== 'agreement')).toEqual([]);
      }),
    );
  });
});
