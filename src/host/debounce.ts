import type { Disposable } from 'vscode';

/** Runs an action once, `delay` milliseconds after the last of many triggers; one run at a time. */
export class Debounced implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #again = false;

  constructor(
    private readonly action: () => Promise<void>,
    private readonly delay: number,
  ) {}

  trigger(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.delay);
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
