import type { Study } from '../../core/study';
import type { LogMove } from '../../host/codingService';
import { isTranscriptPath } from '../../host/studySession';

/** The files that are kept of a transcript for each person: `<folder>/<person>/<case>/<name>.txt.jsonl`. */
const keptFile = /^(?:codings|history|reviews)\/([^/]+)\/(.+)\.jsonl$/s;

/** The logs of a study: of codings, of what compacting took out of them, and of reviews. */
export async function allLogs(study: Study): Promise<readonly string[]> {
  const reviews = await study.readFolder('reviews');
  return [...(await study.logPaths()), ...(await study.historyPaths()), ...reviews.value];
}

/** What logs are to be called when transcripts, or folders of them, get another path. */
export function logMoves(logs: readonly string[], renames: readonly LogMove[]): LogMove[] {
  return logs.flatMap((log) => {
    const name = keptFile.exec(log)?.[2];
    const transcript = `transcripts/${name}`;
    const move = renames.find(({ from }) => transcript === from || transcript.startsWith(`${from}/`));
    const renamed = move && move.to + transcript.slice(move.from.length);
    if (name === undefined || !renamed || !isTranscriptPath(renamed)) return [];
    const folder = log.slice(0, log.length - name.length - '.jsonl'.length);
    return [{ from: log, to: `${folder}${renamed.replace(/^transcripts\//, '')}.jsonl` }];
  });
}

/** The transcript that a log belongs to. */
export function transcriptOf(log: string): string {
  return `transcripts/${keptFile.exec(log)![2]}`;
}

/** Whose log a path is that of. */
export function personOf(log: string): string {
  return keptFile.exec(log)![1]!;
}
