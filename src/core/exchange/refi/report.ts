import { describeProblem, type Problem } from '../../problem';

/** What of a project was not taken into a study, as Markdown, with the words of the notes that were left. */
export function projectReport(
  name: string,
  problems: readonly Problem[],
  notes: readonly { readonly name: string; readonly text: string }[],
): string {
  return [
    `# ${name}`,
    '',
    ...problems.map((problem) => `- ${describeProblem(problem).replace(/\s+/g, ' ')}`),
    ...notes.flatMap((note) => ['', `## ${note.name.replace(/\s+/g, ' ')}`, '', note.text.trim()]),
    '',
  ].join('\n');
}
