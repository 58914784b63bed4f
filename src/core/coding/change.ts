import type { Coding } from './coding';
import { codingLine, removalLine } from './log';

/** One change of one log: a coding added (no `before`), removed (no `after`) or replaced (same id). */
export interface CodingChange {
  readonly log: string;
  readonly before?: Coding;
  readonly after?: Coding;
}

/** The log line that makes a change, said by `by` at `at` (ISO 8601). */
export function changeLine({ before, after }: CodingChange, by: string, at: string): string {
  return after ? codingLine({ ...after, by, at }) : removalLine(before!.id, by, at);
}

/** The change that takes another one back. */
export function inverseChange({ log, before, after }: CodingChange): CodingChange {
  return { log, ...(after && { before: after }), ...(before && { after: before }) };
}
