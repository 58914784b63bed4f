import { type Problem, severityOf } from '../core/problem';
import type { Study } from '../core/study';
import { studyProblems } from '../core/studyProblems';
import type { Output } from './output';

/**
 * The exit code of a verb that has done its work: 1, with a message, where the study has errors.
 * @param problems those of the study, where they have been looked for already
 */
export async function exitCodeOf(
  study: Study,
  output: Output,
  problems: Promise<readonly Problem[]> = studyProblems(study),
): Promise<number> {
  const errors = (await problems).filter((problem) => severityOf(problem) === 'error').length;
  if (errors === 0) return 0;
  output.message(
    `The study has ${errors === 1 ? 'an error' : `${errors} errors`}, so this may not be complete. “check” lists them.`,
  );
  return 1;
}
