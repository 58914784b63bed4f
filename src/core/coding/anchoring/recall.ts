import type { AnchoredCoding } from '../coding';
import { textDifference } from './throughDiff';
import { anchorThrough, wasMadeIn } from './throughOldText';

/**
 * Finds codings that their own words do not lead to by the texts they were made in, of which each coding takes
 * the first. Those that no old text knows are left out.
 */
export async function recall(
  oldTexts: AsyncIterable<string>,
  text: string,
  lost: readonly AnchoredCoding[],
): Promise<AnchoredCoding[]> {
  const found: AnchoredCoding[] = [];
  let left = lost;
  for await (const oldText of oldTexts) {
    const made = left.filter(({ coding }) => wasMadeIn(oldText, coding));
    const difference = made.length > 0 ? textDifference(oldText, text) : undefined;
    if (!difference) continue;
    found.push(...made.map(({ coding }) => anchorThrough(difference, coding)!));
    left = left.filter((anchored) => !made.includes(anchored));
    if (left.length === 0) break;
  }
  return found;
}
