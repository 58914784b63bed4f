import { type AnchoredCoding, type Coding, isPlaced } from '../coding';
import { unplaced } from './placement';
import { textDifference } from './throughDiff';
import { anchorThrough, madeIn } from './throughOldText';

/**
 * Finds codings that their own words do not lead to by the texts they were made in, the last first. One that stands in
 * older ones too may have been made in any of these: where they do not agree, it is ambiguous. Those that no old text
 * knows are left out.
 * @param all every coding of the transcript
 */
export async function recall(
  oldTexts: AsyncIterable<string>,
  text: string,
  lost: readonly Coding[],
  all: readonly Coding[],
): Promise<AnchoredCoding[]> {
  const found = new Map<Coding, AnchoredCoding>();
  let asked = lost;
  for await (const oldText of oldTexts) {
    const made = madeIn(oldText, asked, all);
    const difference = made.length > 0 ? textDifference(oldText, text) : undefined;
    if (!difference) continue;
    for (const coding of made) {
      const other = found.get(coding);
      const anchored = anchorThrough(difference, coding);
      const isSame = !other || (other.start === anchored.start && other.end === anchored.end);
      found.set(coding, isSame ? anchored : { coding, ...unplaced(coding, 'ambiguous') });
    }
    const stood = new Set(made);
    asked = asked.filter((coding) => {
      const one = found.get(coding);
      return !one || (stood.has(coding) && isPlaced(one));
    });
    if (asked.length === 0) break;
  }
  return [...found.values()];
}
