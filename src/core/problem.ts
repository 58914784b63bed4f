import { type ProblemCode, problemCatalog, type Severity } from './problemCatalog';
import { compareStrings } from './text/compare';
import { LineIndex } from './text/lineIndex';
import type { Position, Range } from './text/range';

/** Something wrong in a file of the study, told by a code and its arguments; the words are in the catalog. */
export interface Problem {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly code: ProblemCode;
  readonly args: readonly string[];
}

/** How grave a problem is; only errors make `check` fail. */
export function severityOf(problem: Problem): Severity {
  return problemCatalog[problem.code].severity;
}

/** The problem's English message: the catalog's text with `{0}`, `{1}`, … filled in. */
export function describeProblem(problem: Problem): string {
  return problemCatalog[problem.code].text.replace(
    /\{(\d)\}/g,
    (_, index) => problem.args[Number(index)] ?? '',
  );
}

/** Collects the problems of one file; ranges are offsets of that file's text. */
export class ProblemList {
  readonly problems: Problem[] = [];
  #lines: LineIndex | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  add(code: ProblemCode, range: Range, ...args: string[]): void {
    this.#lines ??= new LineIndex(this.text);
    this.problems.push({
      file: this.file,
      start: this.#lines.positionAt(range.start),
      end: this.#lines.positionAt(Math.max(range.start, range.end)),
      code,
      args,
    });
  }
}

/** A problem of a whole file. */
export function fileProblem(file: string, code: ProblemCode, ...args: string[]): Problem {
  const start = { line: 0, character: 0 };
  return { file, start, end: start, code, args };
}

/** The order in which problems are shown: by file, then place, then code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareStrings(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    compareStrings(a.code, b.code)
  );
}
