/** How hard long work is done, so that a host can do other things meanwhile, and stop it. */
export interface Pace {
  /** How many files are read at a time. */
  readonly atOnce: number;
  /**
   * Is awaited after every small part of the work; rejects where the work is to stop.
   * @param done how many of the parts are done
   */
  rest(done?: number, of?: number): Promise<void>;
}

/** As fast as it goes: enough at a time to keep a disk busy, few enough for any limit on open files. */
export const fullSpeed: Pace = { atOnce: 16, rest: () => Promise.resolve() };

/** What `work` makes of each item, in their order; only so many are worked on at a time. */
export async function mapBounded<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  pace: Pace = fullSpeed,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!, index);
      await pace.rest(++done, items.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(pace.atOnce, items.length) }, worker));
  return results;
}
