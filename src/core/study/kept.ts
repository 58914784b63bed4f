import { Recent } from '../cache/recent';

/** How many characters of texts, and of what was read from them, are kept unless it is said. */
const usualText = 16e6;
/** How many are kept in a study that has more: those of what is read at a time. */
const textAtATime = 4e6;

/** What a study has read or worked out, by key: each once, shared by all who ask, until it is forgotten. */
export class Kept {
  readonly #values = new Map<string, Promise<unknown>>();
  readonly #texts: Recent;

  /**
   * @param isPinned tells which of what is large stays, however much there is
   * @param mostText how many characters of texts, and of what was read from them, are kept
   */
  constructor(isPinned: (key: string) => boolean, mostText = usualText) {
    this.#texts = new Recent(mostText, textAtATime, isPinned);
  }

  /** One computation a key; what fails is not kept. */
  keep<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const kept = this.#values.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const computed = compute();
    this.#values.set(key, computed);
    computed.catch(() => {
      if (this.#values.get(key) === computed) this.#values.delete(key);
    });
    return computed;
  }

  /** As `keep`, for what is large: only what was used last stays, and what is pinned. */
  keepText<T>(key: string, compute: () => Promise<T>, weightOf: (value: T) => number): Promise<T> {
    const kept = this.#texts.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const computed = compute();
    this.#texts.set(key, computed);
    computed.then(
      (value) => this.#texts.weigh(key, computed, weightOf(value)),
      () => this.#texts.delete(key, computed),
    );
    return computed;
  }

  /** What is kept under a key. */
  get(key: string): Promise<unknown> | undefined {
    return this.#values.get(key) ?? this.#texts.get(key);
  }

  *keys(): Generator<string> {
    yield* this.#values.keys();
    yield* this.#texts.keys();
  }

  /** Forgets all that is large and not pinned. */
  forgetTexts(): void {
    this.#texts.clear();
  }

  forget(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#values.delete(key);
      this.#texts.delete(key);
    }
  }
}
