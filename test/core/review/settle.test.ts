import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCodebook } from '../../../src/core/codebook/codebook';
import { inverseChange } from '../../../src/core/coding/change';
import type { Coding } from '../../../src/core/coding/coding';
import { inverseReviewChange } from '../../../src/core/review/change';
import { type Compared, compareCoders } from '../../../src/core/review/compare';
import { consensusCodings, consensusOf } from '../../../src/core/review/consensus';
import type { Review } from '../../../src/core/review/review';
import {
  type Choice,
  type Settling,
  settle,
  settleAgreements,
  stateOf,
} from '../../../src/core/review/settle';
import type { StudyCoding } from '../../../src/core/study';
import { codingOf, studyCodingOf } from '../support/codings';

const text = 'I: Wat helpt? R: Het kost te veel tijd, zegt men. En geld is er ook niet, dus het stopt.';
const transcript = 'transcripts/icu/x.txt';

/** What a transcript's logs hold, changed as a host would change them. */
class Logs {
  readonly #codings = new Map<string, StudyCoding>();
  readonly #reviews = new Map<string, Review>();
  readonly #before: Settling[] = [];
  #made = 0;

  constructor(
    private readonly person: string,
    codings: readonly StudyCoding[],
    settled?: Logs,
  ) {
    for (const one of [...codings, ...(settled?.codings ?? [])]) this.#codings.set(one.coding.id, one);
    for (const { review } of settled?.reviews ?? []) this.#reviews.set(review.id, review);
  }

  get codings(): StudyCoding[] {
    return [...this.#codings.values()];
  }

  get reviews() {
    return [...this.#reviews.values()].map((review) => ({
      review,
      log: 'reviews/consensus/icu/x.txt.jsonl',
    }));
  }

  get consensus() {
    return consensusOf(this.codings, this.reviews);
  }

  /** The codings by consensus: code, words and what they came from. */
  get made() {
    return consensusCodings(this.codings).map(({ coding }) => [
      coding.code,
      coding.quote,
      ...(coding.from ?? []),
    ]);
  }

  /** The ids of the codings that count. */
  get counted(): string[] {
    const { represented } = this.consensus;
    return this.codings.map(({ coding }) => coding.id).filter((id) => !represented.has(id));
  }

  verdicts() {
    return Object.fromEntries(this.reviews.map(({ review }) => [review.coding, review.verdict]));
  }

  compare(first = 'A', second = 'B'): readonly Compared[] {
    const of = (coder: string) => this.codings.filter(({ log }) => log.startsWith(`codings/${coder}/`));
    return compareCoders(text, of(first), of(second), emptyCodebook).items;
  }

  settle(item: Compared, choice: Choice): Settling {
    return this.apply(settle(item, choice, this.context()));
  }

  settleAgreements(): Settling {
    return this.apply(settleAgreements(this.compare(), this.context()));
  }

  undo(): void {
    const { codings, reviews } = this.#before.pop()!;
    this.#write({ codings: codings.map(inverseChange), reviews: reviews.map(inverseReviewChange) });
  }

  apply(settling: Settling): Settling {
    this.#before.push(settling);
    this.#write(settling);
    return settling;
  }

  #write({ codings, reviews }: Settling): void {
    for (const { before, after } of codings) {
      if (after) this.#codings.set(after.id, studyCodingOf(after, 'consensus'));
      else this.#codings.delete(before!.id);
    }
    for (const { review, takenBack } of reviews) {
      if (takenBack) this.#reviews.delete(review.id);
      else this.#reviews.set(review.id, review);
    }
  }

  private context() {
    return {
      transcript,
      text,
      codings: this.codings,
      reviews: this.reviews,
      by: this.person,
      at: `2024-01-01T00:00:${String(this.#made).padStart(2, '0')}Z`,
      newId: () => `${this.person}-${this.#made++}`,
    };
  }
}

const by = (
  coder: string,
  id: string,
  quote: string,
  code: string,
  rest: Partial<Coding> = {},
): StudyCoding => {
  const start = text.indexOf(quote);
  return studyCodingOf(codingOf(text, start, start + quote.length, { id, code, by: coder, ...rest }));
};
const differing = [by('A', 'a', 'te veel tijd', 'time'), by('B', 'b', 'kost te veel tijd', 'money')];
const agreeing = [by('A', 'a', 'te veel tijd', 'time'), by('B', 'b', 'te veel tijd', 'time')];
const newOne: Choice = { take: 'new', meaning: { code: 'use' }, range: { start: 17, end: 20 } };

describe('settling a disagreement', () => {
  it.each<[string, Choice, unknown[], Record<string, string>]>([
    ['the first’s', { take: 'first' }, [['time', 'te veel tijd', 'a']], { a: 'agree', b: 'disagree' }],
    [
      'the second’s',
      { take: 'second' },
      [['money', 'kost te veel tijd', 'b']],
      { a: 'disagree', b: 'agree' },
    ],
    [
      'both',
      { take: 'both' },
      [
        ['time', 'te veel tijd', 'a'],
        ['money', 'kost te veel tijd', 'b'],
      ],
      { a: 'agree', b: 'agree' },
    ],
    ['a new one', newOne, [['use', 'Het', 'a', 'b']], { a: 'disagree', b: 'disagree' }],
    ['neither', { take: 'neither' }, [], { a: 'disagree', b: 'disagree' }],
    ['neither yet', { take: 'open', reason: 'Vraag Eva.' }, [], { a: 'discuss', b: 'discuss' }],
  ])('takes %s', (_, choice, made, verdicts) => {
    const logs = new Logs('eva', differing);
    const [item] = logs.compare();
    logs.settle(item!, choice);
    expect(logs.made).toEqual(made);
    expect(logs.verdicts()).toEqual(verdicts);
    expect(stateOf(item!, logs.consensus)).toBe(choice.take === 'open' ? 'open' : 'settled');
    expect(logs.counted).toHaveLength(choice.take === 'open' ? 2 : made.length);
    expect(
      logs.codings.filter(({ log }) => log.includes('/consensus/')).map(({ coding }) => coding.by),
    ).toEqual(made.map(() => 'eva'));
  });

  it('keeps the reason why it is open', () => {
    const logs = new Logs('eva', differing);
    logs.settle(logs.compare()[0]!, { take: 'open', reason: 'Vraag Eva.' });
    expect(logs.consensus.settlements.get('b')).toEqual({ outcome: 'open', reason: 'Vraag Eva.', by: 'eva' });
  });

  it('takes a new one that is as the first’s for the first’s', () => {
    const logs = new Logs('eva', differing);
    const { start, end } = differing[0]!;
    logs.settle(logs.compare()[0]!, { take: 'new', meaning: { code: 'time' }, range: { start, end } });
    expect(logs.verdicts()).toEqual({ a: 'agree', b: 'disagree' });
  });

  it('takes nothing of a coder who coded nothing', () => {
    const logs = new Logs('eva', [differing[0]!]);
    logs.settle(logs.compare()[0]!, { take: 'second' });
    expect(logs.made).toEqual([]);
    expect(logs.verdicts()).toEqual({ a: 'disagree' });
    expect(logs.counted).toEqual([]);
  });

  it('goes by where a coding now stands', () => {
    const moved = { ...differing[0]!, start: 17, end: 20, anchor: 'edited' } as const;
    const logs = new Logs('eva', [moved, by('B', 'b', 'Het', 'money')]);
    logs.settle(logs.compare()[0]!, { take: 'first' });
    expect(logs.made).toEqual([['time', 'Het', 'a']]);
  });
});

describe('settling what has changed', () => {
  it('takes the words that stand there now', () => {
    const settled = new Logs('eva', differing);
    settled.settle(settled.compare()[0]!, { take: 'first' });
    const edited = settled.codings.map((one) => {
      const isOld = one.log.includes('/consensus/');
      return isOld
        ? { ...one, anchor: 'edited' as const, coding: { ...one.coding, quote: 'te veel uur' } }
        : one;
    });
    const logs = new Logs('eva', edited, { codings: [], reviews: settled.reviews } as unknown as Logs);
    logs.settle(logs.compare()[0]!, { take: 'first' });
    expect(logs.made).toEqual([['time', 'te veel tijd', 'a']]);
    expect(consensusCodings(logs.codings).map(({ coding }) => coding.id)).toEqual(['eva-0']);
  });
});

describe('settling agreements', () => {
  it('makes one coding of two, with the memos of both, and leaves disagreements alone', () => {
    const logs = new Logs('eva', [
      by('A', 'a', 'te veel tijd', 'time', { memo: 'vaker' }),
      by('B', 'b', 'te veel tijd', 'time', { memo: 'ja' }),
      by('B', 'b2', 'geld', 'money'),
    ]);
    logs.settleAgreements();
    expect(logs.made).toEqual([['time', 'te veel tijd', 'a', 'b']]);
    expect(consensusCodings(logs.codings)[0]!.coding.memo).toBe('vaker\nja');
    expect(logs.counted).toEqual(['b2', 'eva-0']);
    expect(logs.settleAgreements()).toEqual({ codings: [], reviews: [] });
  });

  it('does not undo what was decided of them one by one', () => {
    for (const choice of [{ take: 'neither' }, { take: 'open', reason: 'x' }, newOne] as const) {
      const logs = new Logs('eva', agreeing);
      logs.settle(logs.compare()[0]!, choice);
      expect(logs.settleAgreements()).toEqual({ codings: [], reviews: [] });
    }
  });

  it('adds a third coder who agrees to what two have settled', () => {
    const logs = new Logs('eva', [...agreeing, by('C', 'c', 'te veel tijd', 'time')]);
    logs.settleAgreements();
    const [item] = logs.compare('A', 'C');
    expect(stateOf(item!, logs.consensus)).toBe('unsettled');
    logs.settle(item!, { take: 'first' });
    expect(logs.made).toEqual([['time', 'te veel tijd', 'a', 'c', 'b']]);
    expect(logs.verdicts()).toEqual({ a: 'agree', b: 'agree', c: 'agree' });
    expect(logs.counted).toEqual(['eva-0']);
  });

  it('does not take a second coder’s coding any more where a third one’s replaces it', () => {
    const logs = new Logs('eva', [...agreeing, by('C', 'c', 'te veel tijd', 'money')]);
    logs.settleAgreements();
    logs.settle(logs.compare('A', 'C')[0]!, { take: 'second' });
    expect(logs.made).toEqual([['money', 'te veel tijd', 'c']]);
    expect(logs.verdicts()).toEqual({ a: 'disagree', b: 'disagree', c: 'agree' });
    expect(logs.counted).toEqual(['eva-0']);
  });
});

const choices: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom('first', 'second', 'both', 'neither').map((take) => ({ take }) as const),
  fc.constant(newOne),
  fc.constant({ take: 'open', reason: 'x' } as const),
);

describe('settling again', () => {
  it('gives what settling once would, under the ids there are, and undoing gives what there was', () => {
    fc.assert(
      fc.property(choices, choices, (before, after) => {
        const [once, twice] = [new Logs('eva', differing), new Logs('eva', differing)];
        const item = once.compare()[0]!;
        once.settle(item, after);
        twice.settle(item, before);
        const [ids, was] = [twice.reviews.map(({ review }) => review.id), twice.made];
        const made = consensusCodings(twice.codings).map(({ coding }) => coding.id);
        twice.settle(item, after);
        expect(twice.made.sort()).toEqual(once.made.sort());
        expect(twice.verdicts()).toEqual(once.verdicts());
        expect(twice.reviews.map(({ review }) => review.id)).toEqual(ids);
        const ofNow = consensusCodings(twice.codings).map(({ coding }) => coding.id);
        const kept = ofNow.filter((id) => made.includes(id));
        expect(kept).toHaveLength(Math.min(made.length, ofNow.length));
        expect(twice.settle(item, after)).toEqual({ codings: [], reviews: [] });
        twice.undo();
        twice.undo();
        expect(twice.made.sort()).toEqual(was.sort());
        twice.undo();
        expect(twice.codings).toEqual(differing);
        expect(twice.reviews).toEqual([]);
      }),
    );
  });
});

/** Two people settle from the same state, and their lines are put together. */
function merged(one: Logs, other: Logs): Logs {
  return new Logs('fay', [...one.codings, ...other.codings], {
    codings: [],
    reviews: [...one.reviews, ...other.reviews],
  } as unknown as Logs);
}

describe('what two people settled by themselves', () => {
  it('counts once where they did the same', () => {
    const [one, other] = [new Logs('eva', agreeing), new Logs('dirk', agreeing)];
    one.settleAgreements();
    other.settleAgreements();
    const both = merged(one, other);
    expect(both.consensus.disputes.size).toBe(0);
    expect(both.counted).toEqual(['eva-0']);
  });

  it.each<[Choice, Choice]>([
    [{ take: 'first' }, { take: 'second' }],
    [{ take: 'first' }, { take: 'both' }],
    [{ take: 'neither' }, { take: 'first' }],
    [{ take: 'open', reason: 'x' }, { take: 'first' }],
    [newOne, { ...newOne, meaning: { code: 'stop' } } as Choice],
  ])('is told where they did not: %j and %j', (choice, otherChoice) => {
    const [one, other] = [new Logs('eva', differing), new Logs('dirk', differing)];
    const item = one.compare()[0]!;
    one.settle(item, choice);
    other.settle(item, otherChoice);
    const both = merged(one, other);
    const { disputes } = both.consensus;
    expect([...disputes.values()].every((people) => people.join() === 'dirk,eva')).toBe(true);
    expect(disputes.size).toBeGreaterThan(0);
    expect(stateOf(item, both.consensus)).toBe('unsettled');
    both.settle(item, { take: 'second' });
    expect(both.consensus.disputes.size).toBe(0);
    expect(both.made).toEqual([['money', 'kost te veel tijd', 'b']]);
    expect(both.reviews).toHaveLength(2);
  });
});

describe('what is left of a settlement', () => {
  it('does not hide a coding whose consensus coding was removed', () => {
    const logs = new Logs('eva', agreeing);
    logs.settleAgreements();
    const [{ coding }] = consensusCodings(logs.codings) as [StudyCoding];
    logs.apply({ codings: [{ log: '', before: coding }], reviews: [] });
    expect(logs.counted).toEqual(['a', 'b']);
    expect(stateOf(logs.compare()[0]!, logs.consensus)).toBe('unsettled');
    logs.settleAgreements();
    expect(logs.made).toEqual([['time', 'te veel tijd', 'a', 'b']]);
  });
});
