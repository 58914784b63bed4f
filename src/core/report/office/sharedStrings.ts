import { escapeXml } from '../../xml/escape';

const end = '</sst>';

/** The strings of a workbook, which cells name by their number (SpreadsheetML, ECMA-376, part 1, 18.4). */
export class SharedStrings {
  readonly #indexes = new Map<string, number>();
  readonly #added: string[] = [];

  /** @param written the strings that the library has written */
  constructor(private readonly written: string) {
    for (const [item] of written.matchAll(/<si>.*?<\/si>/gs)) this.#indexes.set(item, this.#indexes.size);
  }

  /** The number of a string, which is added where there is none like it. */
  indexOf(text: string): number {
    const item = `<si><t${text.trim() === text ? '' : ' xml:space="preserve"'}>${escapeXml(text)}</t></si>`;
    const known = this.#indexes.get(item);
    if (known !== undefined) return known;
    this.#added.push(item);
    this.#indexes.set(item, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  /** All of them, in parts. */
  *parts(): Generator<string> {
    yield this.written.slice(0, this.written.lastIndexOf(end));
    yield* this.#added;
    yield end;
  }
}
