import { mapBounded } from '../cache/bounded';
import { coderOf, consensusCoder, logPath, parseLogPath } from '../coding/paths';
import { type Problem, ProblemList } from '../problem';
import type { Study, StudyCoding } from '../study';
import type { Range } from '../text/range';
import { consensusOf, consensusReviews } from './consensus';
import { parseReviewPath, reviewPath } from './paths';

/** What was settled in more than one way, and codings by consensus that come from none that there is. */
export async function problemsOfConsensus(study: Study): Promise<Problem[]> {
  const codingLogs = (await study.logPaths()).map((path) => parseLogPath(path)!);
  const reviewLogs = (await study.readFolder('reviews')).value.flatMap((path) => parseReviewPath(path) ?? []);
  const settled = new Set([
    ...codingLogs.filter(({ coder }) => coder === consensusCoder).map(({ transcript }) => transcript),
    ...reviewLogs.filter(({ reviewer }) => reviewer === consensusCoder).map(({ transcript }) => transcript),
  ]);
  return (await mapBounded([...settled], (transcript) => problemsOf(study, transcript))).flat();
}

async function problemsOf(study: Study, transcript: string): Promise<Problem[]> {
  const codings = await study.codings(transcript);
  const reviews = await study.reviews(transcript);
  const lists = await Promise.all([codingLines(study, transcript), reviewLines(study, transcript)]);
  const known = new Set(
    (await study.logsOf(transcript)).flatMap(({ current, removed }) => [
      ...current.map(({ id }) => id),
      ...removed,
    ]),
  );
  const made = (await study.logFacts(logPath(consensusCoder, transcript))).current;
  for (const { id, from = [] } of made) {
    for (const source of from) if (!known.has(source)) lists[0].add('settled-unknown-coding', id, source);
  }
  for (const [source, people] of consensusOf(codings, reviews).disputes) {
    const about = describe(codings, source);
    const coding = made.findLast(({ from }) => from?.includes(source));
    const review = consensusReviews(reviews).findLast((one) => one.coding === source);
    const [list, id] = coding ? [lists[0], coding.id] : [lists[1], review!.id];
    list.add('settled-differently', id, ...about, people.join(', '));
  }
  return lists.flatMap(({ problems }) => problems);
}

/** A coding's code and coder; its id where it was removed. */
function describe(codings: readonly StudyCoding[], id: string): [string, string] {
  const found = codings.find(({ coding }) => coding.id === id);
  return found ? [found.coding.code, coderOf(found)] : [id, '–'];
}

/** Problems at the lines of a log, by id. */
class LineProblems {
  readonly #list: ProblemList;

  constructor(
    file: string,
    text: string,
    private readonly lines: ReadonlyMap<string, Range>,
  ) {
    this.#list = new ProblemList(file, text);
  }

  get problems(): readonly Problem[] {
    return this.#list.problems;
  }

  add(code: Parameters<ProblemList['add']>[0], id: string, ...args: string[]): void {
    this.#list.add(code, this.lines.get(id)!, ...args);
  }
}

async function codingLines(study: Study, transcript: string): Promise<LineProblems> {
  const path = logPath(consensusCoder, transcript);
  const { text, log } = await study.readLog(path);
  return new LineProblems(path, text, log.lines);
}

async function reviewLines(study: Study, transcript: string): Promise<LineProblems> {
  const path = reviewPath(consensusCoder, transcript);
  const { lines } = (await study.readReviews(path)).value;
  return new LineProblems(path, (await study.sourceText(path)) ?? '', lines);
}
