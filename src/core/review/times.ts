/** A coder's name with the time at which they code: `anna@2` is anna for the second time, `anna` for the first. */
export interface CoderAtTime {
  readonly coder: string;
  readonly time: number;
}

/** Who codes, and for which time, by the name under which the codings are kept. */
export function readTime(name: string): CoderAtTime {
  const [, coder, time] = /^(.+)@([2-9]|[1-9]\d)$/s.exec(name) ?? [];
  return coder === undefined ? { coder: name, time: 1 } : { coder, time: Number(time) };
}

/** The name under which a coder's codings of a time are kept. */
export function nameAtTime({ coder, time }: CoderAtTime): string {
  return time === 1 ? coder : `${coder}@${time}`;
}
