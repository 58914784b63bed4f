/** What was made of the texts that were last asked about: of the same few, it is asked again and again. */
export class LastTexts<T> {
  readonly #last: { readonly text: string; readonly made: T }[] = [];

  /** @param most how many texts are known at a time */
  constructor(
    private readonly most: number,
    private readonly make: (text: string) => T,
  ) {}

  of(text: string): T {
    const known = this.#last.find((one) => one.text === text);
    if (known) return known.made;
    const made = this.make(text);
    this.#last.unshift({ text, made });
    this.#last.length = Math.min(this.#last.length, this.most);
    return made;
  }
}
