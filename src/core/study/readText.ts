import type { FileStore } from '../ports';
import { fileProblem, type Problem, ProblemList } from '../problem';
import { conflictsIn } from '../text/conflict';
import { type DecodedText, decodeText } from '../text/decode';

/** What was read, and what is wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A file's text, undefined where it is missing, unreadable or no text; the last two are problems. */
export type ReadText = Read<string | undefined>;

/** Reads a file's text. */
export async function readText(files: FileStore, path: string): Promise<ReadText> {
  let decoded: DecodedText;
  try {
    const bytes = await files.read(path);
    if (!bytes) return { value: undefined, problems: [] };
    decoded = decodeText(bytes);
  } catch (error) {
    return { value: undefined, problems: [unreadable(path, error)] };
  }
  if (decoded.binary) return { value: undefined, problems: [fileProblem(path, 'file-binary')] };
  return { value: decoded.text, problems: conflictProblems(path, decoded.text) };
}

/** Conflicts in what people write; those of JSON Lines are told line by line where these are read. */
export function conflictProblems(path: string, text: string): readonly Problem[] {
  const list = new ProblemList(path, text);
  if (path.endsWith('.jsonl')) return list.problems;
  for (const { start, end } of conflictsIn(text)) {
    const lines = text.slice(start, end).split('\n').length;
    list.add('file-conflict', { start, end: text.indexOf('\n', start) }, String(lines));
  }
  return list.problems;
}

/** That a file or folder could not be read. */
export function unreadable(path: string, error: unknown): Problem {
  return fileProblem(path, 'file-unreadable', error instanceof Error ? error.message : String(error));
}
