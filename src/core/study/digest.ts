import type { Codebook } from '../codebook/codebook';
import { countEarlier } from '../codebook/definitions';
import { idKeys } from '../coding/idKeys';
import type { LogDigest, LogFacts, Study, TranscriptDigest } from '../study';
import { ProblemFinder } from '../studyProblems';

/** Reads all that a digest tells of a transcript, of which the study has the file. */
export async function digestOf(study: Study, path: string): Promise<TranscriptDigest> {
  const [facts, logs, codebook] = await Promise.all([
    study.readTranscriptFacts(path),
    study.logsOf(path),
    study.codebook(),
  ]);
  const problems = await new ProblemFinder(study).findOf(path);
  return { facts, logs: logs.map((log) => digestOfLog(log, codebook)), problems };
}

function digestOfLog(log: LogFacts, codebook: Codebook): LogDigest {
  const { path, coder, transcript, current, removed } = log;
  const keys = idKeys(current);
  return { path, coder, transcript, current, removed, keys, earlier: countEarlier(current, codebook) };
}
