import type { Study } from '../study';
import type { Code, Codebook } from './codebook';

/** The codings that a change of the codebook touches, without a line of any log being changed. */
export interface Reach {
  readonly codings: number;
  readonly transcripts: number;
  /** How many codings of each coder, by coder's name. */
  readonly byCoder: ReadonlyMap<string, number>;
}

/** Every id by which logs may call a code, and with `branch` those below it. */
export function idsOf(codebook: Codebook, code: Code, branch = false): Set<string> {
  const isMeant = (one: Code | undefined): boolean =>
    one !== undefined && (one.id === code.id || (branch && isMeant(one.parent)));
  return new Set([...codebook.byId].filter(([, one]) => isMeant(one)).map(([id]) => id));
}

/** The codings of all coders that hold one of these ids. */
export async function reachOf(study: Study, ids: ReadonlySet<string>): Promise<Reach> {
  const byCoder = new Map<string, number>();
  const transcripts = new Set<string>();
  let codings = 0;
  for (const path of await study.logPaths()) {
    const { current, transcript } = await study.logFacts(path);
    for (const { code, by } of current) {
      if (!ids.has(code)) continue;
      codings++;
      byCoder.set(by, (byCoder.get(by) ?? 0) + 1);
      transcripts.add(transcript);
    }
  }
  return { codings, transcripts: transcripts.size, byCoder: new Map([...byCoder].sort()) };
}
