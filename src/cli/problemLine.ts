import { describeProblem, type Problem, severityOf } from '../core/problem';

/** A problem on a line: path:line:column: severity: message. */
export function problemLine(problem: Problem): string {
  const { line, character } = problem.start;
  const message = oneLine(describeProblem(problem));
  return `${oneLine(problem.file)}:${line + 1}:${character + 1}: ${severityOf(problem)}: ${message}`;
}

/** A line stays a line, and sends a terminal no commands, whatever a file holds. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\p{Cc}/gu, '\ufffd');
}
