/** What a file `test/bench/*.bench.ts` exports as `bench`; `npm run bench` finds and prints them all. */
export interface Bench {
  title: string;
  /** What the reader needs to know to read the figures, in a sentence or two. */
  note: string;
  /** The rows of its table, as they come; all with the same columns. */
  rows(): AsyncIterable<Record<string, string>>;
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A figure with three significant digits, and commas at thousands. */
export function figure(value: number): string {
  const rounded = value < 1000 ? value : Math.round(value);
  return rounded.toLocaleString('en-US', { maximumSignificantDigits: value < 1000 ? 3 : 21 });
}
