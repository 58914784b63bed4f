import type { FileStore } from '../ports';
import { fileProblem, type Problem } from '../problem';
import { decodeText } from '../text/decode';
import { filesOfStudy } from './carriedFiles';
import { findNames, type NamePlace } from './findNames';
import { type ListedName, namePatterns } from './names';

/** What keeps a study from being shared: each place where a name is left, and each file that nobody can search. */
export async function namesLeft(files: FileStore, names: readonly ListedName[]): Promise<Problem[]> {
  const paths = await filesOfStudy(files);
  const found = await findNames(files, namePatterns(names), paths);
  const problems = found.map(leftNameProblem);
  for (const path of paths) {
    const bytes = await files.read(path).catch(() => new Uint8Array(1));
    if (bytes && decodeText(bytes).binary) problems.push(fileProblem(path, 'names-unchecked-file'));
  }
  return problems;
}

/** The problem that a name is left in a place. */
export function leftNameProblem({ file, start, end, found, inPath }: NamePlace): Problem {
  return { file, start, end, code: inPath ? 'name-left-in-path' : 'name-left', args: [found] };
}
