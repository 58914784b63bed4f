/** Resolves to the first value of `probe` that is neither undefined nor false; rejects after `timeout` ms. */
export async function waitUntil<T>(
  what: string,
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
  timeout = 10_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Resolves when something that is counted has not happened any more for a second. */
export async function waitUntilQuiet(count: () => number): Promise<void> {
  let last: number;
  do {
    last = count();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  } while (count() !== last);
}
