/** Gives names that differ, also where case is not regarded: the second `a` becomes `a (2)`. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** The first of the proposals that is free, else the last one with a number. */
  take(...proposals: readonly string[]): string {
    const last = proposals.at(-1)!;
    let name = proposals.find((one) => this.#isFree(one)) ?? last;
    for (let number = 2; !this.#isFree(name); number++) name = `${last} (${number})`;
    this.#taken.add(name.toLowerCase());
    return name;
  }

  #isFree(name: string): boolean {
    return !this.#taken.has(name.toLowerCase());
  }
}
