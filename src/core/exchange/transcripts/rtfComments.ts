import type { DocumentComment } from '../documents/comments';

type Part = 'author' | 'reference' | 'date' | 'parent';

/** The comments of an RTF file, as its groups tell of them: the author before a comment, the rest within it. */
export class RtfComments {
  readonly all: DocumentComment[] = [];
  readonly #ids = new Set<string>();
  #known = new Map<Part, string>();

  know(part: Part, said: string): void {
    this.#known.set(part, said);
  }

  /** Takes down a comment. @returns its id, which marks have where its range begins and ends */
  add(text: string): string {
    const reference = this.#known.get('reference') ?? '';
    const isFree = reference !== '' && !this.#ids.has(reference);
    const id = isFree ? reference : `unnamed ${this.all.length + 1}`;
    this.#ids.add(id);
    // Counted back from this comment.
    const back = Number(this.#known.get('parent') ?? 0);
    this.all.push({
      id,
      author: this.#known.get('author') ?? '',
      at: momentOf(this.#known.get('date')),
      text,
      parent: back < 0 ? this.all.at(back)?.id : undefined,
    });
    this.#known = new Map();
    return id;
  }
}

/** The bits of a date and time: minutes, hours, day, month, and years since 1900. */
function momentOf(written: string | undefined): string | undefined {
  if (written === undefined || !/^-?\d{1,10}$/.test(written)) return undefined;
  const bits = Number(written);
  const take = (from: number, count: number) => (bits >>> from) & (2 ** count - 1);
  const parts = [take(20, 9) + 1900, take(16, 4), take(11, 5), take(6, 5), take(0, 6)] as const;
  const [year, month, day, hours, minutes] = parts;
  if (month < 1 || month > 12 || day < 1 || hours > 23 || minutes > 59) return undefined;
  return new Date(Date.UTC(year, month - 1, day, hours, minutes)).toISOString();
}
