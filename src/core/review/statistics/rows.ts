/** By how many coders each unit was marked, while units are counted; all 0 between. */
let marks = new Uint16Array(0);

/**
 * Counts units by how many of several coders marked them: adds to how many were marked by one coder, by two, and so on.
 * Each coder's units are numbers from 0 to below `units` without repeats.
 */
export function countMarked(markedBy: number[], coders: readonly (readonly number[])[], units: number): void {
  if (marks.length < units) marks = new Uint16Array(units);
  for (const marked of coders) for (const unit of marked) marks[unit]! += 1;
  for (const marked of coders) {
    for (const unit of marked) {
      const times = marks[unit]!;
      if (times > 0) markedBy[times]! += 1;
      marks[unit] = 0;
    }
  }
}

/** How many coders gave a unit each of two values, marked or not, for units that none, one, two, … of them marked. */
export function rowsOfMarks(coders: number): [marked: number, not: number][] {
  return Array.from({ length: coders + 1 }, (_, times) => [times, coders - times]);
}
