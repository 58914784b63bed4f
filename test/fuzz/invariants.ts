import { describeProblem, type Problem, severityOf } from '../../src/core/problem';

/** Fails a case with a sentence. */
class Fault extends Error {}

export function demand(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Fault(sentence);
}

/** Every problem has a message, and its place is inside the file's text. */
export function demandPlaces(problems: readonly Problem[], text: string): void {
  const lines = text.split('\n');
  for (const problem of problems) {
    const { code, start, end } = problem;
    demand(describeProblem(problem).length > 10, `${code} has no message`);
    for (const { line, character } of [start, end]) {
      const length = lines[line]?.length ?? -1;
      demand(character >= 0 && character <= length, `${code} at ${line}:${character} is outside the file`);
    }
    const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
    demand(isForward, `${code} ends before it begins`);
  }
}

/** A message says all that it is to say, whatever the words of a file are that it quotes. */
export function demandFilled(problem: Problem): void {
  const message = describeProblem({ ...problem, args: problem.args.map(() => 'x') });
  demand(!/\{\d\}/.test(message), `${problem.code} is not filled in`);
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => severityOf(problem) === 'error');
}

/** A page runs nothing, whatever the words in it. */
export function demandNoScript(html: string): void {
  const tags = html.replace(/>[^<]*</g, '><');
  demand(!/<(?:script|img|iframe)|\son\w+=|href="\s*javascript:/i.test(tags), 'HTML has a script');
}

/** Objects that everything inherits from. */
const shared: readonly object[] = [Object, Array, String, Number, Function, Map, Set, Promise].map(
  (type) => type.prototype,
);
const keysOf = () => shared.map((one) => Reflect.ownKeys(one).length);
const before = keysOf();

export function demandCleanPrototypes(): void {
  demand(
    keysOf().every((count, index) => count === before[index]),
    'a prototype has been changed',
  );
}
