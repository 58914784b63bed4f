import type { Output } from './output';
import { UsageError, usage } from './usage';

type Verb = (args: readonly string[], output: Output) => Promise<number>;

/** Each is loaded when it is asked for. */
const verbs = new Map<string, () => Promise<Verb>>([
  ['check', async () => (await import('./verbs/check')).check],
  ['highlight', async () => (await import('./verbs/highlight')).highlight],
  ['summarize', async () => (await import('./verbs/summarize')).summarize],
  ['agreement', async () => (await import('./verbs/agreement')).agreement],
  ['maturity', async () => (await import('./verbs/maturity')).maturity],
  ['import', async () => (await import('./verbs/import')).importTranscripts],
  ['export', async () => (await import('./verbs/export')).exportTo],
  ['pseudonymize', async () => (await import('./verbs/pseudonymize')).pseudonymizeStudy],
]);

/** Runs the command line: the verb and its arguments. Resolves to the exit code. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const beforeEnd = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  if (beforeEnd.includes('--help') || beforeEnd.includes('-h')) {
    await output.result(`${usage}\n`);
    return 0;
  }
  try {
    const verb = await verbOf(args[0])();
    return await verb(args.slice(1), output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.message(`${error.message}\n\n${usage}`);
    return 2;
  }
}

function verbOf(name: string | undefined): () => Promise<Verb> {
  if (name === undefined) throw new UsageError('What is to be done?');
  const verb = verbs.get(name);
  if (verb) return verb;
  throw new UsageError(`There is no verb “${name}”. Known: ${[...verbs.keys()].join(', ')}.`);
}
