import { type Problem, ProblemList } from '../problem';
import type { LogDigest, LogFacts, Study } from '../study';
import { studyFiles } from '../study/files';
import type { Codebook } from './codebook';
import { countEarlier, type EarlierCounts } from './definitions';

/**
 * Finds the codes of which codings were made when their definition was another one, again and again: only logs that
 * changed are looked through anew, and all where the codebook did.
 */
export class EarlierDefinitions {
  #codebook: Codebook | undefined;
  #ofLogs: ReadonlyMap<LogFacts | LogDigest, EarlierCounts> = new Map();

  constructor(private readonly study: Study) {}

  /** Their problems, at the codes' ids in codebook.yaml. */
  async find(logs: readonly (LogFacts | LogDigest)[]): Promise<readonly Problem[]> {
    const codebook = await this.study.codebook();
    const known = codebook === this.#codebook ? this.#ofLogs : new Map<LogFacts | LogDigest, EarlierCounts>();
    this.#ofLogs = new Map(logs.map((log) => [log, known.get(log) ?? earlierOf(log, codebook)]));
    this.#codebook = codebook;
    const earlier = byCode(this.#ofLogs);
    if (earlier.size === 0) return [];
    const text = (await this.study.sourceText(studyFiles.codebook)) ?? '';
    const list = new ProblemList(studyFiles.codebook, text);
    for (const [id, byCoder] of earlier) {
      const counts = [...byCoder].map(([coder, codings]) => `${codings} (${coder})`).join(', ');
      list.add('definition-changed', codebook.byId.get(id)!.range, id, counts);
    }
    return list.problems;
  }
}

function earlierOf(log: LogFacts | LogDigest, codebook: Codebook): EarlierCounts {
  return 'earlier' in log ? log.earlier : countEarlier(log.current, codebook);
}

/** The counts of all logs together, by code and coder. */
function byCode(ofLogs: ReadonlyMap<LogFacts | LogDigest, EarlierCounts>): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const [{ coder }, counts] of ofLogs) {
    for (const [id, count] of counts) {
      const byCoder = all.get(id) ?? new Map<string, number>();
      all.set(id, byCoder.set(coder, (byCoder.get(coder) ?? 0) + count));
    }
  }
  return all;
}
