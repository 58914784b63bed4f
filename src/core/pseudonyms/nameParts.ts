import { nameWords } from './nameWords';

/** Shorter beginnings and ends of names are those of many words. */
const shortestPart = 3;

/** Knows the beginnings and ends of names, which a context of so many characters may hold cut off at its edge. */
export class NameParts {
  readonly #heads = new Set<string>();
  readonly #tails = new Set<string>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const words = nameWords(name).map(({ key }) => key);
      for (const key of words) {
        for (let at = 1; at <= key.length - 1; at++) {
          if (at >= shortestPart) this.#heads.add(key.slice(0, at));
          if (key.length - at >= shortestPart) this.#tails.add(key.slice(at));
        }
      }
      for (const key of words.slice(0, -1)) this.#heads.add(key);
      for (const key of words.slice(1)) this.#tails.add(key);
    }
  }

  /** A text without the end of a name that it begins with. */
  withoutTail(text: string): string {
    const words = nameWords(text);
    const cut = words.findIndex(({ key }) => !this.#tails.has(key));
    const end = words[cut === -1 ? words.length - 1 : cut - 1]?.end;
    return end !== undefined && words[0]!.start === 0 ? text.slice(end) : text;
  }

  /** A text without the beginning of a name that it ends with. */
  withoutHead(text: string): string {
    const words = nameWords(text);
    const last = words.at(-1);
    if (last?.end !== text.length) return text;
    const kept = words.findLastIndex(({ key }) => !this.#heads.has(key));
    const cut = words[kept + 1];
    return cut ? text.slice(0, cut.start) : text;
  }
}
