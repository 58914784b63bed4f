import type { LogFacts, LogMarks, Study, TranscriptDigest } from '../study';
import { ProblemFinder } from '../studyProblems';

/** Reads all that a digest tells of transcripts, of which the study has the files. */
export function digester(study: Study): (path: string) => Promise<TranscriptDigest> {
  const finder = new ProblemFinder(study);
  return async (path) => {
    const [facts, logs] = await Promise.all([study.readTranscriptFacts(path), study.logsOf(path)]);
    return { facts, logs: logs.map(marksOf), problems: await finder.findOf(path) };
  };
}

function marksOf({ path, coder, transcript, current, removed }: LogFacts): LogMarks {
  const marks = current.map(({ id, code, by, defined }) => ({
    id,
    code,
    by,
    ...(defined !== undefined && { defined }),
  }));
  return { path, coder, transcript, current: marks, removed };
}
