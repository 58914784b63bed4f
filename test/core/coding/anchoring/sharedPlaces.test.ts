import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideOf } from '../../../../src/core/coding/anchoring/evidence';
import { withoutShared } from '../../../../src/core/coding/anchoring/sharedPlaces';
import type { AnchoredCoding } from '../../../../src/core/coding/coding';
import { codingOf } from '../../support/codings';

const text = 'R: Dat is zo, zei hij. Dat is zo, zei zij ook, en dat het zo blijft. Dat is zo.\n';

interface Draft {
  readonly at: number;
  readonly length: number;
  readonly shift: number;
  readonly prefix: 'own' | 'other';
  readonly isEdited: boolean;
}

/** A coding at a place, of which the log says that it was made so much further on, in its context or another. */
function anchoredOf({ at, length, shift, prefix, isEdited }: Draft, index: number): AnchoredCoding {
  const [start, end] = [at, Math.min(text.length, at + length)];
  const made = codingOf(text, start, end, { id: `c${index}` });
  const context = prefix === 'own' ? made.prefix : `anders${made.prefix.slice(6)}!`;
  const coding = { ...made, start: start + shift, end: end + shift, prefix: context };
  return { coding, start, end, anchor: isEdited ? 'edited' : 'moved' };
}

/** The rule as it is said, each coding held against each other one. */
function doubtedOf(all: readonly AnchoredCoding[]): Set<string> {
  const verbatim = all.filter(({ anchor }) => anchor !== 'edited');
  const stretches = verbatim.map((one) => ({ one, ...besideOf(text, one, one.coding) }));
  const shift = ({ coding, start }: AnchoredCoding) => start - coding.start;
  const isWhole = ({ isWholeBefore, isWholeAfter }: (typeof stretches)[number]) =>
    isWholeBefore && isWholeAfter;
  const doubted = stretches.filter((own) =>
    stretches.some(
      (other) =>
        other.one.start - other.before <= own.one.start &&
        other.one.end + other.after >= own.one.end &&
        (isWhole(other) || !isWhole(own)) &&
        Math.abs(shift(other.one) - shift(own.one)) > 16,
    ),
  );
  return new Set(doubted.map(({ one }) => one.coding.id));
}

describe('codings that were found on the words of another one', () => {
  it('are those whose words lie in its stretch and that were made elsewhere', () => {
    const draft = fc.record({
      at: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 30 }),
      shift: fc.constantFrom(0, 0, 8, 24, 400),
      prefix: fc.constantFrom('own', 'own', 'other'),
      isEdited: fc.boolean(),
    });
    let doubts = 0;
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        const all = drafts.map((one, index) => anchoredOf(one as Draft, index));
        const kept = withoutShared(text, all);
        const doubted = doubtedOf(all);
        doubts += doubted.size;
        expect(kept.map(({ coding }) => coding.id)).toEqual(all.map(({ coding }) => coding.id));
        for (const [index, one] of kept.entries()) {
          if (doubted.has(one.coding.id)) expect(one.anchor).toBe('ambiguous');
          else expect(one).toBe(all[index]);
        }
      }),
      { numRuns: 500 },
    );
    expect(doubts).toBeGreaterThan(100);
  });
});
