import { type Problem, ProblemList } from '../problem';
import { jsonLines } from '../text/jsonLines';

/**
 * What a coder last said of a transcript that others code too: whether it is done, and whether the others' codings
 * were hidden until then. `progress.jsonl` has a line for each time that it was said.
 */
export interface Progress {
  readonly transcript: string;
  readonly done: boolean;
  /** False once the coder has looked at the others' codings before being done. */
  readonly blind: boolean;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a coder said of each transcript, by its path; of several lines the last counts. */
export function parseProgress(
  file: string,
  text: string,
): { progress: ReadonlyMap<string, Progress>; problems: readonly Problem[] } {
  const problems = new ProblemList(file, text);
  const progress = new Map<string, Progress>();
  for (const { line, record, fault } of jsonLines(text)) {
    if (fault) problems.add(fault === 'conflict' ? 'log-conflict' : 'progress-not-json', line);
    if (!record) continue;
    const { transcript, done, blind, by, at } = record;
    const badText = Object.entries({ transcript, by, at }).find(([, value]) => typeof value !== 'string');
    const badFlag = Object.entries({ done, blind }).find(([, value]) => typeof value !== 'boolean');
    if (badText) problems.add('log-bad-field', line, badText[0], 'a text');
    else if (badFlag) problems.add('log-bad-field', line, badFlag[0], 'true or false');
    else progress.set(transcript as string, { transcript, done, blind, by, at } as Progress);
  }
  return { progress, problems: problems.problems };
}

/** The log line (without line end) that says it. */
export function progressLine({ transcript, done, blind, by, at }: Progress): string {
  return JSON.stringify({ transcript, done, blind, by, at });
}
