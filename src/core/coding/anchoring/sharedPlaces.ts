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
  const doubted = new Set<AnchoredCoding>();
  for (const { stretch, around } of withThoseAround(stretches)) {
    const isOthers = around.some(
      (other) =>
        (other.isWhole || !stretch.isWhole) && Math.abs(shiftOf(other.one) - shiftOf(stretch.one)) > slack,
    );
    if (isOthers) doubted.add(stretch.one);
  }
  return found.map((one) =>
    doubted.has(one) ? { coding: one.coding, ...unplaced(one.coding, 'ambiguous') } : one,
  );
}

/** Each stretch with those that its words lie in, itself among them; of several that would say the same, one. */
function* withThoseAround(
  stretches: readonly Stretch[],
): Generator<{ readonly stretch: Stretch; readonly around: readonly Stretch[] }> {
  const opening = [...stretches].sort((a, b) => a.start - b.start);
  const open = new Map<string, Stretch>();
  let next = 0;
  for (const stretch of [...stretches].sort((a, b) => a.one.start - b.one.start)) {
    const { start, end } = stretch.one;
    for (; next < opening.length && opening[next]!.start <= start; next++) {
      const other = opening[next]!;
      open.set(`${other.end} ${shiftOf(other.one)} ${other.isWhole}`, other);
    }
    for (const [key, other] of open) if (other.end < start) open.delete(key);
    yield { stretch, around: [...open.values()].filter((other) => other.end >= end) };
  }
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
