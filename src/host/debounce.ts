import type { Disposable } from 'vscode';

/**
 * Runs an action once, `delay` milliseconds after the last of many triggers, and no later than `longest` after the
 * first of them; one run at a time.
 */
export class Debounced implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  /** When the first trigger came that no run has followed yet. */
  #since: number | undefined;
  #running = false;
  #again = false;

  constructor(
    private readonly action: () => Promise<void>,
    private readonly delay: number,
    private readonly longest = Number.POSITIVE_INFINITY,
  ) {}

  trigger(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#since ??= now;
    const rest = Math.min(this.delay, Math.max(0, this.#since + this.longest - now));
    this.#timer = setTimeout(() => void this.#run(), rest);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    this.#since = undefined;
    try {
      await this.action();
    } finally {
      this.#running = false;
      if (this.#again) {
        this.#again = false;
        this.trigger();
      }
    }
  }
}
