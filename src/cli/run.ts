import type { Output } from './output';
import { UsageError, usage } from './usage';
import { agreement } from './verbs/agreement';
import { check } from './verbs/check';
import { exportTo } from './verbs/export';
import { highlight } from './verbs/highlight';
import { importTranscripts } from './verbs/import';
import { maturity } from './verbs/maturity';
import { pseudonymizeStudy } from './verbs/pseudonymize';
import { summarize } from './verbs/summarize';

type Verb = (args: readonly string[], output: Output) => Promise<number>;

const verbs = new Map<string, Verb>([
  ['check', check],
  ['highlight', highlight],
  ['summarize', summarize],
  ['agreement', agreement],
  ['maturity', maturity],
  ['import', importTranscripts],
  ['export', exportTo],
  ['pseudonymize', pseudonymizeStudy],
]);

/** Runs the command line: the verb and its arguments. Resolves to the exit code. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const beforeEnd = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  if (beforeEnd.includes('--help') || beforeEnd.includes('-h')) {
    await output.result(`${usage}\n`);
    return 0;
  }
  try {
    return await verbOf(args[0])(args.slice(1), output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.message(`${error.message}\n\n${usage}`);
    return 2;
  }
}

function verbOf(name: string | undefined): Verb {
  if (name === undefined) throw new UsageError('What is to be done?');
  const verb = verbs.get(name);
  if (verb) return verb;
  throw new UsageError(`There is no verb “${name}”. Known: ${[...verbs.keys()].join(', ')}.`);
}
