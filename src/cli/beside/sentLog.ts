import type { LogDigest } from '../../core/study';

/** A log on its way between threads: its codings are read only where someone asks for them. */
export interface SentLog extends Omit<LogDigest, 'current'> {
  /** The ids of its codings and who made each, in JSON: of many small objects, copies take far longer. */
  readonly codings: string;
}

/** A log as it is sent. */
export function packLog({ path, coder, transcript, removed, keys, earlier, current }: LogDigest): SentLog {
  const codings = JSON.stringify([current.map(({ id }) => id), current.map(({ by }) => by)]);
  return { path, coder, transcript, removed, keys, earlier, codings };
}

/** A log that was sent. */
export function unpackLog({ codings, ...log }: SentLog): LogDigest {
  let known: LogDigest['current'] | undefined;
  return {
    ...log,
    get current() {
      known ??= marksIn(codings);
      return known;
    },
  };
}

function marksIn(codings: string): LogDigest['current'] {
  const [ids, by] = JSON.parse(codings) as [string[], string[]];
  return ids.map((id, index) => ({ id, by: by[index]! }));
}
