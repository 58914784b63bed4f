import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attributesFile, lacksUnionMerge } from '../core/git/unionMerge';
import { fileProblem } from '../core/problem';
import type { Study } from '../core/study';
import type { Output } from './output';
import { problemLine } from './problemLine';

/** Says of a study in a git repository when git would make conflicts of its logs. It is no problem of the study. */
export async function hintAtMerging(folder: string, study: Study, output: Output): Promise<void> {
  if ((await study.logPaths()).length === 0) return;
  const read = (path: string) => readFile(join(folder, path), 'utf8').catch(() => undefined);
  if (await lacksUnionMerge(read)) output.message(problemLine(fileProblem(attributesFile, 'git-no-union')));
}
