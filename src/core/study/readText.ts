import type { FileStore, StudyTools } from '../ports';
import { fileProblem, type Problem, ProblemList } from '../problem';
import { conflictsIn } from '../text/conflict';
import { type DecodedText, decodeText } from '../text/decode';

/** What was read, and what is wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A file's text, undefined where it is missing, unreadable or no text; the last two are problems. */
export interface ReadText extends Read<string | undefined> {
  /** That of the text's UTF-8 bytes, where these are the file's; undefined where it was not asked for. */
  readonly sha256?: string | undefined;
}

/**
 * Reads a file's text.
 * @param sha256 where that of the text is wanted too: bytes take a fifth of the time of a text
 */
export async function readText(
  files: FileStore,
  path: string,
  sha256: StudyTools['sha256'],
): Promise<ReadText> {
  let bytes: Uint8Array | undefined;
  let decoded: DecodedText;
  try {
    bytes = await files.read(path);
    if (!bytes) return { value: undefined, problems: [] };
    decoded = decodeText(bytes);
  } catch (error) {
    return { value: undefined, problems: [unreadable(path, error)] };
  }
  if (decoded.binary) return { value: undefined, problems: [fileProblem(path, 'file-binary')] };
  return {
    value: decoded.text,
    problems: conflictProblems(path, decoded.text),
    ...(decoded.asItStands && { sha256: sha256?.(bytes) }),
  };
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
