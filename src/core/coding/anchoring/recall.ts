import type { AnchoredCoding, Coding } from '../coding';
import { onlyPlace } from './movedCopy';
import { unplaced } from './placement';
import { textDifference } from './throughDiff';
import { anchorThrough, madeIn } from './throughOldText';

/**
 * Finds codings that their own words do not lead to by the texts they were made in, of which each coding takes
 * the first. One whose words that text says twice, or what stands beside them, may have been made in the one before
 * it, where they stood once: if that one says otherwise, it is ambiguous. Those that no old text knows are left out.
 * @param all every coding of the transcript
 */
export async function recall(
  oldTexts: AsyncIterable<string>,
  text: string,
  lost: readonly Coding[],
  all: readonly Coding[],
): Promise<AnchoredCoding[]> {
  const found = new Map<Coding, AnchoredCoding>();
  let left = lost;
  let doubtful: readonly Coding[] = [];
  for await (const oldText of oldTexts) {
    const made = madeIn(oldText, [...left, ...doubtful], all);
    const difference = made.length > 0 ? textDifference(oldText, text) : undefined;
    if (!difference) continue;
    for (const coding of made) {
      const other = found.get(coding);
      const anchored = anchorThrough(difference, coding);
      const isSame = !other || (other.start === anchored.start && other.end === anchored.end);
      found.set(coding, isSame ? anchored : { coding, ...unplaced(coding, 'ambiguous') });
    }
    doubtful = left.filter((coding) => found.has(coding) && mayBeCopy(oldText, coding));
    left = left.filter((coding) => !found.has(coding));
    if (left.length === 0 && doubtful.length === 0) break;
  }
  return [...found.values()];
}

function mayBeCopy(text: string, { quote, prefix, suffix }: Coding): boolean {
  return [quote, prefix, suffix].some((words) => words !== '' && onlyPlace(text, words) === undefined);
}
