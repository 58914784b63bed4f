/** `I`, `Int`, `Interviewer`, with a number where there are several; `Interviewer` with a name too. */
const usualInterviewer = /^(?:(?:i|int)\.? ?\d*|interviewer(?:[^\p{L}].*)?)$/u;

/**
 * Tells which of a transcript's speakers are interviewers: those that the front matter names. Where it names
 * none, or only people who never speak (by their name, while the labels say `I`), the usual labels.
 */
export function interviewerTest(
  named: readonly string[] | undefined,
  speakers: readonly string[],
): (speaker: string) => boolean {
  const names = named && new Set(named.map(labelKey));
  const isUsual = (speaker: string) => usualInterviewer.test(labelKey(speaker));
  if (!names) return isUsual;
  const isNamed = (speaker: string) => names.has(labelKey(speaker));
  return names.size === 0 || speakers.some(isNamed) ? isNamed : isUsual;
}

function labelKey(speaker: string): string {
  return speaker.trim().replace(/\.$/, '').toLowerCase();
}
