import type { Range } from '../../text/range';
import { type AnchoredCoding, isPlaced } from '../coding';
import { besideOf } from './evidence';
import { shiftOf } from './inOrder';
import { unplaced } from './placement';

/** Letters that were composed or decomposed move what stands behind them by so much at most, in UTF-16 units. */
const slack = 16;

/** A coding that was found word for word, with as much of its context as stands beside it. */
interface Stretch extends Range {
  readonly one: AnchoredCoding;
  /** Whether all of its context does. */
  readonly isWhole: boolean;
}

/**
 * Codings as they were found by their words, without those that stand on words which another one, with its context,
 * takes for others of the text before: that text said them twice, and here is what is left of one of the two. What has
 * all of its context is believed against what has not.
 */
export function withoutShared(text: string, found: readonly AnchoredCoding[]): readonly AnchoredCoding[] {
  const stretches = found
    .filter((one) => isPlaced(one) && one.anchor !== 'edited')
    .map((one) => stretchOf(text, one));
  const isOthers = ({ one, isWhole }: Stretch) =>
    stretches.some(
      (other) =>
        other.start <= one.start &&
        other.end >= one.end &&
        (other.isWhole || !isWhole) &&
        Math.abs(shiftOf(other.one) - shiftOf(one)) > slack,
    );
  const doubted = new Set(stretches.filter(isOthers).map(({ one }) => one));
  return found.map((one) =>
    doubted.has(one) ? { coding: one.coding, ...unplaced(one.coding, 'ambiguous') } : one,
  );
}

function stretchOf(text: string, one: AnchoredCoding): Stretch {
  const { before, after, isWholeBefore, isWholeAfter } = besideOf(text, one, one.coding);
  return {
    one,
    start: one.start - before,
    end: one.end + after,
    isWhole: isWholeBefore && isWholeAfter,
  };
}
