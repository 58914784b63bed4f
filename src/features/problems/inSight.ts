import { parseLogPath } from '../../core/coding/paths';
import type { Problem } from '../../core/problem';
import { parseReviewPath } from '../../core/review/paths';
import type { StudySession } from '../../host/studySession';

/**
 * The problems that tell nobody who codes blind what others coded: those of the others' logs stay hidden, and how
 * many codings were made under an earlier definition, which hovers tell of each.
 */
export async function problemsInSight(
  session: StudySession,
  problems: readonly Problem[],
  viewer: string | undefined,
): Promise<readonly Problem[]> {
  const blind = new Set(await session.blindTranscripts());
  if (blind.size === 0) return problems;
  return problems.filter((problem) => {
    if (problem.code === 'definition-changed') return false;
    const told = toldOf(problem);
    return !told || told.by === viewer || !blind.has(told.transcript);
  });
}

/** Whose codings of which transcript a problem tells of, if it tells of any. */
function toldOf({ file, code, args }: Problem): { transcript: string; by: string } | undefined {
  const log = parseLogPath(file);
  if (log) return { transcript: log.transcript, by: log.coder };
  const review = parseReviewPath(file);
  if (review) return { transcript: review.transcript, by: review.reviewer };
  return code === 'coding-edited' ? { transcript: file, by: args[1]! } : undefined;
}
