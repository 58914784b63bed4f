import { severityOf } from '../../core/problem';
import type { Severity } from '../../core/problemCatalog';
import { studyProblems } from '../../core/studyProblems';
import { readArguments } from '../arguments';
import type { Output } from '../output';
import { problemLine } from '../problemLine';

/** Lists every problem of a study. */
export async function check(args: readonly string[], output: Output): Promise<number> {
  const { study } = await readArguments(args, [], true);
  const problems = await studyProblems(study);
  if (problems.length > 0) await output.result(`${problems.map(problemLine).join('\n')}\n`);
  const count = (severity: Severity) => problems.filter((one) => severityOf(one) === severity).length;
  const errors = count('error');
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
