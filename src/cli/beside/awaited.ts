/** Something that is awaited from another thread. */
export class Awaited<T> {
  readonly promise: Promise<T>;
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Whoever awaits it hears of it; until then it is no error that nobody does.
    this.promise.catch(() => {});
  }
}
