import { jsonLines } from '../text/jsonLines';

/**
 * What names and pseudonyms alone do not tell of how a study was written: `René` and `Rene` with one pseudonym, a name
 * over a line end, a letter of two characters. Kept line by line, so that what was added or changed in a copy since
 * does no harm.
 */
export class Spellings {
  /** By path in the copy: the path in the study. */
  readonly #paths = new Map<string, string>();
  /** By path in the copy: by the hash of a line there the lines that it stands for, in order of appearance. */
  readonly #lines = new Map<string, Map<string, readonly string[]>>();

  constructor(private readonly sha256: (text: string) => string) {}

  /** Reads what was kept; of records about the same the last counts, and what cannot be read is left out. */
  read(text: string): void {
    for (const { record } of jsonLines(text)) {
      const { file, was, line } = record ?? {};
      if (typeof file !== 'string') continue;
      if (typeof was === 'string') this.#paths.set(file, was);
      else if (typeof line === 'string' && isTexts(was)) this.#linesOf(file).set(line, was);
    }
  }

  /** The lines of a file that keep it. */
  text(): string {
    const paths = [...this.#paths].map(([file, was]) => ({ file, was }));
    const lines = [...this.#lines].flatMap(([file, known]) =>
      [...known].map(([line, was]) => ({ file, line, was })),
    );
    return [...paths, ...lines].map((record) => `${JSON.stringify(record)}\n`).join('');
  }

  keepPath(file: string, was: string): void {
    this.#paths.set(file, was);
  }

  pathOf(file: string): string | undefined {
    return this.#paths.get(file);
  }

  keepLines(file: string, line: string, was: readonly string[]): void {
    this.#linesOf(file).set(this.sha256(line), was);
  }

  /** The lines that a line of a file stands for, in order of appearance. */
  linesOf(file: string, line: string): readonly string[] | undefined {
    const known = this.#lines.get(file);
    return known?.get(this.sha256(line));
  }

  #linesOf(file: string): Map<string, readonly string[]> {
    const known = this.#lines.get(file) ?? new Map<string, readonly string[]>();
    this.#lines.set(file, known);
    return known;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}
