import type { Hit } from '../terms/matcher';

/** How many hits each code has, by its id. */
export type HitCounts = ReadonlyMap<string, number>;

/** The hits of each code, counted. */
export function countHits(hits: readonly Hit[]): HitCounts {
  const counts = new Map<string, number>();
  for (const { code } of hits) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

interface Entry {
  readonly state: string;
  readonly codebook: string;
  readonly counts: HitCounts;
}

/** To be raised whenever the same file and codebook may give other hits than before. */
const version = 1;

/**
 * How many hits files had in earlier sessions, to be told again for as long as neither the file nor the codebook
 * has changed. Holds no text of any file: only paths, what tells their states apart, ids of codes and numbers.
 */
export class KnownHits {
  readonly #entries = new Map<string, Entry>();
  #learned = false;

  /** True where something was learned since `serialize` was last called. */
  get isNew(): boolean {
    return this.#learned;
  }

  recall(path: string, state: string, codebook: string): HitCounts | undefined {
    const entry = this.#entries.get(path);
    return entry?.state === state && entry.codebook === codebook ? entry.counts : undefined;
  }

  learn(path: string, state: string, codebook: string, counts: HitCounts): void {
    this.#entries.set(path, { state, codebook, counts });
    this.#learned = true;
  }

  serialize(): string {
    this.#learned = false;
    const files = [...this.#entries].map(([path, { state, codebook, counts }]) => [
      path,
      state,
      codebook,
      [...counts],
    ]);
    return JSON.stringify({ version, files });
  }

  /** What `serialize` wrote; what is damaged, or of another version, is as if nothing were known. */
  static parse(text: string): KnownHits {
    const known = new KnownHits();
    try {
      const stored = JSON.parse(text);
      if (stored.version !== version) return known;
      for (const [path, state, codebook, counts] of stored.files) {
        if ([path, state, codebook].some((one) => typeof one !== 'string')) return new KnownHits();
        known.#entries.set(path, { state, codebook, counts: readCounts(counts) });
      }
      return known;
    } catch {
      return new KnownHits();
    }
  }
}

function readCounts(stored: unknown): HitCounts {
  const counts = new Map<string, number>(stored as [string, number][]);
  for (const [code, count] of counts) {
    if (typeof code !== 'string' || !Number.isSafeInteger(count) || count < 0) throw new TypeError();
  }
  return counts;
}
