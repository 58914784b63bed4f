import { type Problem, ProblemList } from '../problem';
import type { LogMarks, Study } from '../study';
import { studyFiles } from '../study/files';
import type { Codebook } from './codebook';
import { isOfEarlierDefinition } from './definitions';

/** How many codings of each code, by its present id, are of an earlier definition. */
type Counts = ReadonlyMap<string, number>;

/**
 * Finds the codes of which codings were made when their definition was another one, again and again: only logs that
 * changed are looked through anew, and all where the codebook did.
 */
export class EarlierDefinitions {
  #codebook: Codebook | undefined;
  #ofLogs: ReadonlyMap<LogMarks, Counts> = new Map();

  constructor(private readonly study: Study) {}

  /** Their problems, at the codes' ids in codebook.yaml. */
  async find(logs: readonly LogMarks[]): Promise<readonly Problem[]> {
    const codebook = await this.study.codebook();
    const known = codebook === this.#codebook ? this.#ofLogs : new Map<LogMarks, Counts>();
    this.#ofLogs = new Map(logs.map((log) => [log, known.get(log) ?? countEarlier(log, codebook)]));
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

function countEarlier({ current }: LogMarks, codebook: Codebook): Counts {
  const counts = new Map<string, number>();
  for (const coding of current) {
    if (!isOfEarlierDefinition(coding, codebook)) continue;
    const { id } = codebook.byId.get(coding.code)!;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The counts of all logs together, by code and coder. */
function byCode(ofLogs: ReadonlyMap<LogMarks, Counts>): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const [{ coder }, counts] of ofLogs) {
    for (const [id, count] of counts) {
      const byCoder = all.get(id) ?? new Map<string, number>();
      all.set(id, byCoder.set(coder, (byCoder.get(coder) ?? 0) + count));
    }
  }
  return all;
}
