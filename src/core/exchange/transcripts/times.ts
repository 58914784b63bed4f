const longest = 100 * 3600;

/** The seconds that a timestamp such as `1:02:03.5`, `62:03` or `00:01,250` stands for; undefined for other texts. */
export function parseTime(text: string): number | undefined {
  const match = /^\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d+)?\s*$/.exec(text);
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** A number of seconds as transcripts have it, `[00:12:03]`; undefined where that has no such form. */
export function timestamp(seconds: number): string | undefined {
  if (!(seconds >= 0 && seconds < longest)) return undefined;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return `[${parts.map((part) => String(part).padStart(2, '0')).join(':')}]`;
}
