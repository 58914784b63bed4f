import { compareProblems, severityOf } from '../../core/problem';
import type { Severity } from '../../core/problemCatalog';
import { studyProblems } from '../../core/studyProblems';
import { readArguments } from '../arguments';
import { hintAtMerging } from '../mergeHint';
import { namesLeftIn } from '../namesFile';
import type { Output } from '../output';
import { problemLine } from '../problemLine';

/** Lists every problem of a study; names that are left in it too, where it is told which. */
export async function check(args: readonly string[], output: Output): Promise<number> {
  const { folder, study, values } = await readArguments(args, ['names'], true);
  const left = values.names === undefined ? [] : await namesLeftIn(folder, values.names, output);
  if (!left) return 1;
  const problems = [...(await studyProblems(study)), ...left].sort(compareProblems);
  if (problems.length > 0) await output.result(`${problems.map(problemLine).join('\n')}\n`);
  const count = (severity: Severity) => problems.filter((one) => severityOf(one) === severity).length;
  const errors = count('error');
  await hintAtMerging(folder, study, output);
  output.message(
    [
      counted(errors, 'error'),
      counted(count('warning'), 'warning'),
      counted(count('information'), 'note'),
    ].join(', '),
  );
  return errors > 0 ? 1 : 0;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
