import { fileProblem, type Problem } from '../problem';
import type { ProblemCode } from '../problemCatalog';

/** Why a file cannot be taken in at all; its words are in the catalog of problems. */
export class ImportError extends Error {
  readonly args: readonly string[];

  constructor(
    readonly code: ProblemCode,
    ...args: string[]
  ) {
    super(code);
    this.args = args;
  }

  /** The problem that it is of a file. */
  problemOf(file: string): Problem {
    return fileProblem(file, this.code, ...this.args);
  }
}

/**
 * What of a file was not understood, and where.
 * @param line of the file, or paragraph of a document, counted from 1
 */
export function importProblem(file: string, line: number, code: ProblemCode, ...args: string[]): Problem {
  const start = { line: line - 1, character: 0 };
  return { file, start, end: start, code, args };
}
