import { describe, expect, it } from 'vitest';
import { anchor } from '../../../../src/core/coding/anchoring/anchor';
import { textDifference } from '../../../../src/core/coding/anchoring/throughDiff';
import { anchorThrough } from '../../../../src/core/coding/anchoring/throughOldText';
import { type AnchoredCoding, isPlaced } from '../../../../src/core/coding/coding';
import { codingOfQuote } from '../../support/codings';
import { scenarios } from './scenarios';

function described(text: string, anchored: AnchoredCoding): string {
  const { start, end, anchor: how } = anchored;
  return isPlaced(anchored) ? `${how}: ${text.slice(start, end)}` : how;
}

describe.each(scenarios)(
  'a coding after row $row, $edit',
  ({ before, quote, copy, after, expected, known }) => {
    const coding = codingOfQuote(before, quote, copy);

    it('stands where it should by its own words and context', () => {
      expect(described(after, anchor(after, coding))).toBe(expected);
    });

    it('stands where it should with the old text at hand', () => {
      const difference = textDifference(before, after)!;
      expect(described(after, anchorThrough(difference, coding))).toBe(known ?? expected);
    });

    it('keeps its old offsets where it has no place', () => {
      const anchored = anchor(after, coding);
      if (!isPlaced(anchored)) expect([anchored.start, anchored.end]).toEqual([coding.start, coding.end]);
    });
  },
);
