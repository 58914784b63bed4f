import { parseLogPath } from '../../core/coding/paths';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** Those of some logs that the coder at the screen may see: of a transcript that they code blind only their own. */
export async function visibleLogs(
  { coder }: Services,
  session: StudySession,
  logs: readonly string[],
): Promise<string[]> {
  const own = coder.current();
  const visible: string[] = [];
  for (const log of logs) {
    const { coder: name, transcript } = parseLogPath(log)!;
    if (name === own || !(await session.isBlind(transcript))) visible.push(log);
  }
  return visible;
}
