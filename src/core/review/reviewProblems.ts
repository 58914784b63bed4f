import { mapBounded } from '../cache/bounded';
import { consensusCoder } from '../coding/paths';
import { type Problem, ProblemList } from '../problem';
import type { Study } from '../study';
import { studyFiles } from '../study/files';
import { problemsOfConsensus } from './consensusProblems';
import { parseProgressPath, parseReviewPath } from './paths';
import type { Review } from './review';

/** What is wrong in reviews and in what coders say of their progress, and in who is to code what. */
export async function problemsOfReviews(study: Study): Promise<Problem[]> {
  const paths = await study.paths('reviews');
  const reviewLogs = paths.filter((path) => parseReviewPath(path));
  const progressLogs = paths.filter((path) => parseProgressPath(path) !== undefined);
  const known = reviewLogs.length > 0 ? await knownIds(study, reviewLogs) : undefined;
  const found = await Promise.all([
    mapBounded(reviewLogs, (path) => problemsOfLog(study, path, known!)),
    mapBounded(progressLogs, async (path) => (await study.readProgress(path)).problems),
    problemsOfConsensus(study),
    problemsOfAssignments(study),
  ]);
  return found.flat(2);
}

interface KnownIds {
  /** Who made each coding that is or was in the study; undefined for one that was removed. */
  readonly codings: ReadonlyMap<string, string | undefined>;
  readonly reviews: ReadonlySet<string>;
}

async function knownIds(study: Study, reviewLogs: readonly string[]): Promise<KnownIds> {
  const codings = new Map<string, string | undefined>();
  for (const facts of await mapBounded(await study.logPaths(), (path) => study.logMarks(path))) {
    for (const id of facts.removed) codings.set(id, undefined);
    for (const { id, by } of facts.current) codings.set(id, by);
  }
  const logs = await mapBounded(reviewLogs, (path) => study.readReviews(path));
  const reviews = new Set(logs.flatMap(({ value }) => value.current.map(({ id }) => id)));
  return { codings, reviews };
}

async function problemsOfLog(study: Study, path: string, known: KnownIds): Promise<readonly Problem[]> {
  const { value, problems } = await study.readReviews(path);
  const { byId } = await study.codebook();
  const { reviewer } = parseReviewPath(path)!;
  const list = new ProblemList(path, (await study.sourceText(path)) ?? '');
  for (const review of value.current) {
    const { id, coding, code, answer, by } = review;
    const place = value.lines.get(id)!;
    if (!known.codings.has(coding)) list.add('review-unknown-coding', place, coding);
    else if (isOfOwn(review, reviewer, known)) list.add('review-own-coding', place, by);
    if (answer !== undefined && !known.reviews.has(answer)) {
      list.add('review-unknown-answer', place, answer);
    }
    if (code !== undefined && !byId.has(code)) list.add('review-unknown-code', place, code);
    if (by !== reviewer && reviewer !== consensusCoder) list.add('log-other-coder', place, by, reviewer);
  }
  return [...problems, ...list.problems];
}

function isOfOwn({ coding, answer, by }: Review, reviewer: string, { codings }: KnownIds): boolean {
  return answer === undefined && reviewer !== consensusCoder && codings.get(coding) === by;
}

/** Whether the study has the transcripts that study.yaml assigns. */
async function problemsOfAssignments(study: Study): Promise<Problem[]> {
  const { assignments, doubleCoding } = await study.settings();
  const named = [...assignments, ...doubleCoding].flatMap(({ transcripts }) => transcripts);
  if (named.length === 0) return [];
  const existing = new Set(await study.transcriptPaths());
  const list = new ProblemList(studyFiles.settings, (await study.sourceText(studyFiles.settings)) ?? '');
  for (const { path, range } of named)
    if (!existing.has(path)) list.add('round-unknown-transcript', range, path);
  return list.problems;
}
