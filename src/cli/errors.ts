import { severityOf } from '../core/problem';
import type { Study } from '../core/study';
import { studyProblems } from '../core/studyProblems';
import type { Output } from './output';

/** The exit code of a verb that has done its work: 1, with a message, where the study has errors. */
export async function exitCodeOf(study: Study, output: Output): Promise<number> {
  const problems = await studyProblems(study);
  const errors = problems.filter((problem) => severityOf(problem) === 'error').length;
  if (errors === 0) return 0;
  output.message(
    `The study has ${errors === 1 ? 'an error' : `${errors} errors`}, so this may not be complete. “check” lists them.`,
  );
  return 1;
}
