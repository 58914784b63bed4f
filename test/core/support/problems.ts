import type { Problem } from '../../../src/core/problem';

/** Each problem as `line:column code` with line and column from 1, as an editor shows them. */
export function places(problems: readonly Problem[]): string[] {
  return problems.map(({ start, code }) => `${start.line + 1}:${start.character + 1} ${code}`);
}

/** The words of the text that a problem marks; undefined where it marks more than one line. */
export function marked(text: string, { start, end }: Problem): string | undefined {
  return start.line === end.line
    ? text.split('\n')[start.line]!.slice(start.character, end.character)
    : undefined;
}
