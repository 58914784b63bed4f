import { type Problem, ProblemList } from '../problem';
import type { LogMarks, Study } from '../study';
import { groupBy } from '../summary/groupBy';
import { consensusScorer, type Score } from './maturity';

/** Whether there is a coding with an id. */
interface CodingIds {
  has(id: string): boolean;
}

/**
 * What is wrong in the scores of all scorers: in each file, in the evidence, and where nobody verified what was
 * settled.
 */
export async function problemsOfScores(
  study: Study,
  ids: CodingIds,
  logs: readonly LogMarks[],
): Promise<Problem[]> {
  const wasRemoved = (id: string) => logs.some(({ removed }) => removed.includes(id));
  const given = groupBy(await study.scores(), keyOf);
  const problems: Problem[] = [];
  for (const path of await study.scorePaths()) {
    const { value, problems: inFile } = await study.readScores(path);
    const list = new ProblemList(path, (await study.sourceText(path)) ?? '');
    for (const score of value) {
      addUnknownEvidence(list, score, ids, wasRemoved);
      const others = given.get(keyOf(score))!.filter(({ scorer }) => scorer !== consensusScorer);
      if (score.scorer === consensusScorer) addUnverified(list, score, others);
      else addUnsupported(list, score);
    }
    problems.push(...inFile, ...list.problems);
  }
  return problems;
}

function keyOf({ organization, domain }: Score): string {
  return JSON.stringify([organization, domain]);
}

function addUnknownEvidence(
  list: ProblemList,
  { evidence }: Score,
  ids: CodingIds,
  wasRemoved: (id: string) => boolean,
): void {
  for (const { id, range } of evidence) {
    if (ids.has(id)) continue;
    list.add(wasRemoved(id) ? 'score-removed-evidence' : 'score-unknown-evidence', range, id);
  }
}

/** A scorer says why and on what ground. */
function addUnsupported(
  list: ProblemList,
  { range, rationale, evidence, organization, domain }: Score,
): void {
  if (rationale === undefined) list.add('score-no-rationale', range, organization, domain);
  if (evidence.length === 0) list.add('score-no-evidence', range, organization, domain);
}

/** What two settle was scored by both; it says why where one of them thought otherwise. */
function addUnverified(list: ProblemList, settled: Score, scores: readonly Score[]): void {
  const { range, organization, domain } = settled;
  const scorers = scores.map(({ scorer }) => scorer);
  const people = new Set(scorers.map(personOf));
  if (people.size === 1 && scorers.length > 1) {
    list.add('score-verified-by-self', range, organization, domain, scorers.join(', '));
  } else if (people.size < 2) {
    list.add('score-not-verified', range, organization, domain, scorers[0] ?? '–');
  }
  const differs = scores.some(({ score }) => score !== settled.score);
  if (differs && settled.rationale === undefined) list.add('score-no-rationale', range, organization, domain);
}

/** Who scores under a name: one person at two times is `anna` and `anna@2`, and capitals make nobody another. */
function personOf(scorer: string): string {
  return scorer.normalize('NFC').toLowerCase().replace(/@\d+$/, '');
}
