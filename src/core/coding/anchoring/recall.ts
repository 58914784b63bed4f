import type { AnchoredCoding, Coding } from '../coding';
import { textDifference } from './throughDiff';
import { anchorThrough, madeIn } from './throughOldText';

/**
 * Finds codings that their own words do not lead to by the texts they were made in, of which each coding takes
 * the first. Those that no old text knows are left out.
 * @param all every coding of the transcript
 */
export async function recall(
  oldTexts: AsyncIterable<string>,
  text: string,
  lost: readonly Coding[],
  all: readonly Coding[],
): Promise<AnchoredCoding[]> {
  const found: AnchoredCoding[] = [];
  let left = lost;
  for await (const oldText of oldTexts) {
    const made = new Set(madeIn(oldText, left, all));
    const difference = made.size > 0 ? textDifference(oldText, text) : undefined;
    if (!difference) continue;
    for (const coding of made) found.push(anchorThrough(difference, coding));
    left = left.filter((coding) => !made.has(coding));
    if (left.length === 0) break;
  }
  return found;
}
