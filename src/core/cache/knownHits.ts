import type { Hit } from '../terms/matcher';

/** How many hits a code has, and how many of them are negated. */
export interface HitCount {
  readonly all: number;
  readonly negated: number;
}

/** The hits of each code, counted, by its id. */
export type HitCounts = ReadonlyMap<string, HitCount>;

/** The hits of each code, counted. */
export function countHits(hits: readonly Hit[]): HitCounts {
  const counts = new Map<string, HitCount>();
  for (const { code, negated } of hits) {
    const before = counts.get(code) ?? { all: 0, negated: 0 };
    counts.set(code, { all: before.all + 1, negated: before.negated + (negated ? 1 : 0) });
  }
  return counts;
}

/** What tells a file's content from others: without reading it, and for certain. */
interface FileMarks {
  /** See `FileStore.state`. */
  readonly state: string;
  /** Of its text. */
  readonly sha256: string;
}

interface Entry extends FileMarks {
  readonly terms: string;
  readonly counts: HitCounts;
}

/** To be raised whenever the same file and terms may give other hits than before. */
const version = 2;

/**
 * How many hits files had in earlier sessions, to be told again for as long as neither the file nor the terms of the
 * codebook have changed. Holds no text of any file: only paths, what tells their contents apart, ids of codes and
 * numbers.
 */
export class KnownHits {
  readonly #entries = new Map<string, Entry>();
  #learned = false;

  /** True where something was learned since `serialize` was last called. */
  get isNew(): boolean {
    return this.#learned;
  }

  /**
   * The hits of a file that is as it was, as far as its state tells.
   * @param terms what tells the codebook's terms from others: see `termsMark`
   */
  recall(path: string, state: string, terms: string): HitCounts | undefined {
    const entry = this.#entries.get(path);
    return entry?.state === state && entry.terms === terms ? entry.counts : undefined;
  }

  /** The hits of a file whose text is what it was, whenever it was written. */
  recallText(path: string, sha256: string, terms: string): HitCounts | undefined {
    const entry = this.#entries.get(path);
    return entry?.sha256 === sha256 && entry.terms === terms ? entry.counts : undefined;
  }

  learn(path: string, marks: FileMarks, terms: string, counts: HitCounts): void {
    this.#entries.set(path, { ...marks, terms, counts });
    this.#learned = true;
  }

  /** All that is known of some files, which are those that there still are. */
  serialize(paths: Iterable<string>): string {
    this.#learned = false;
    const files = [...paths].flatMap((path) => {
      const entry = this.#entries.get(path);
      if (!entry) return [];
      const { state, sha256, terms, counts } = entry;
      return [
        [path, state, sha256, terms, [...counts].map(([code, { all, negated }]) => [code, all, negated])],
      ];
    });
    return JSON.stringify({ version, files });
  }

  /**
   * Takes over what `serialize` wrote of files of which nothing was learned since. Of what is damaged, or of another
   * version, nothing is.
   */
  restore(text: string): void {
    for (const [path, entry] of readEntries(text)) {
      if (!this.#entries.has(path)) this.#entries.set(path, entry);
    }
  }
}

function readEntries(text: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const stored = JSON.parse(text);
    if (stored.version !== version) return entries;
    for (const [path, state, sha256, terms, counts] of stored.files) {
      if ([path, state, sha256, terms].some((one) => typeof one !== 'string')) throw new TypeError();
      entries.set(path, { state, sha256, terms, counts: readCounts(counts) });
    }
    return entries;
  } catch {
    return new Map();
  }
}

function readCounts(stored: unknown): HitCounts {
  const counts = new Map<string, HitCount>();
  for (const [code, all, negated] of stored as [unknown, unknown, unknown][]) {
    if (typeof code !== 'string' || !isCount(all) || !isCount(negated) || negated > all)
      throw new TypeError();
    counts.set(code, { all, negated });
  }
  return counts;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
