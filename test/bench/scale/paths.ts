/** How many cases the study has. */
export const caseCount = 20;

/** The path of one of the study's transcripts, counted from 0. */
export function transcriptPathOf(index: number): string {
  return `transcripts/case-${(index % caseCount) + 1}/interview-${String(index + 1).padStart(4, '0')}.txt`;
}
