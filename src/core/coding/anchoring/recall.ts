import { type AnchoredCoding, type Coding, isPlaced } from '../coding';
import { onlyPlace } from './movedCopy';
import { unplaced } from './placement';
import { textDifference } from './throughDiff';
import { anchorThrough, madeIn } from './throughOldText';

/**
 * Finds codings that their own words do not lead to by the texts they were made in, the last first. One that stands in
 * older ones too may have been made in any of these: where one of them says its words twice, or what stands beside them,
 * and they do not agree, it is ambiguous. Those that no old text knows are left out.
 * @param all every coding of the transcript
 */
export async function recall(
  oldTexts: AsyncIterable<string>,
  text: string,
  lost: readonly Coding[],
  all: readonly Coding[],
): Promise<AnchoredCoding[]> {
  const found = new Map<Coding, AnchoredCoding>();
  const copied = new Set<Coding>();
  let asked = lost;
  for await (const oldText of oldTexts) {
    const made = madeIn(oldText, asked, all);
    for (const coding of made) if (mayBeCopy(oldText, coding)) copied.add(coding);
    const told = made.filter((coding) => !found.has(coding) || copied.has(coding));
    const difference = told.length > 0 ? textDifference(oldText, text) : undefined;
    for (const one of difference ? told.map((coding) => anchorThrough(difference, coding)) : []) {
      found.set(one.coding, agreed(one, found.get(one.coding)));
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

function agreed(one: AnchoredCoding, other: AnchoredCoding | undefined): AnchoredCoding {
  const isSame = !other || (other.start === one.start && other.end === one.end);
  return isSame ? one : { coding: one.coding, ...unplaced(one.coding, 'ambiguous') };
}

function mayBeCopy(text: string, { quote, prefix, suffix }: Coding): boolean {
  return [quote, prefix, suffix].some((words) => words !== '' && onlyPlace(text, words) === undefined);
}
