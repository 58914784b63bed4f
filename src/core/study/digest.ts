import type { Codebook } from '../codebook/codebook';
import { countEarlier } from '../codebook/definitions';
import { idKeys } from '../coding/idKeys';
import type { LogDigest, LogFacts, Study, TranscriptDigest } from '../study';
import { ProblemFinder } from '../studyProblems';

/** Reads all that a digest tells of transcripts, of which the study has the files. */
export function digester(study: Study): (path: string) => Promise<TranscriptDigest> {
  const finder = new ProblemFinder(study);
  return async (path) => {
    const [facts, logs, codebook] = await Promise.all([
      study.readTranscriptFacts(path),
      study.logsOf(path),
      study.codebook(),
    ]);
    return { facts, logs: logs.map((log) => digestOf(log, codebook)), problems: await finder.findOf(path) };
  };
}

function digestOf({ path, coder, transcript, current, removed }: LogFacts, codebook: Codebook): LogDigest {
  const keys = idKeys(current);
  return { path, coder, transcript, current, removed, keys, earlier: countEarlier(current, codebook) };
}
