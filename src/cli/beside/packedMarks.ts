import type { CodingMark } from '../../core/coding/coding';
import type { LogMarks } from '../../core/study';

/**
 * What logs are held against each other by, in few objects: a message between threads takes long over many. Codings
 * differ by their ids; what else is told of them most have in common.
 */
export interface PackedMarks extends Omit<LogMarks, 'current'> {
  readonly ids: readonly string[];
  /** For each id the index of what else is told of it. */
  readonly like: readonly number[];
  readonly different: readonly Omit<CodingMark, 'id'>[];
}

export function pack({ current, ...log }: LogMarks): PackedMarks {
  const different: Omit<CodingMark, 'id'>[] = [];
  const known = new Map<string, number>();
  const like = current.map(({ code, by, defined }) => {
    const key = JSON.stringify([code, by, defined]);
    const index =
      known.get(key) ?? different.push({ code, by, ...(defined !== undefined && { defined }) }) - 1;
    known.set(key, index);
    return index;
  });
  return { ...log, ids: current.map(({ id }) => id), like, different };
}

export function unpack({ ids, like, different, ...log }: PackedMarks): LogMarks {
  return { ...log, current: ids.map((id, index) => ({ id, ...different[like[index]!]! })) };
}
