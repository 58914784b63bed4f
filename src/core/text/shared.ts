/** More different texts than this are not the few that many have in common. */
const most = 10_000;

const known = new Map<string, string>();

/** The same text, once in memory however often it was read: for names and ids that thousands have in common. */
export function shared(text: string): string {
  const first = known.get(text);
  if (first !== undefined) return first;
  if (known.size >= most) known.clear();
  known.set(text, text);
  return text;
}
