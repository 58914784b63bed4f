import type { Code, Codebook } from '../../codebook/codebook';
import { fold } from '../../text/fold';
import type { Localized } from '../../text/localized';

/** What a person calls codes by, whatever capitals, accents, hyphens and spaces they use. */
export function labelKey(label: string): string {
  return fold(label.replace(/^#/, ''))
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

/** Codes by their ids, paths and names, as people write them in comments. */
export class CodeLabels {
  readonly #byLabel = new Map<string, Code | 'several'>();

  constructor(private readonly codebook: Codebook) {
    for (const code of codebook.codes) {
      const names = [...namesOf(code.name), code.path];
      for (const key of new Set([...names, code.id, ...code.was].map(labelKey))) this.#add(key, code);
    }
  }

  /** The code that is meant; undefined where there is none, or several of that name. */
  find(label: string): Code | undefined {
    const byId = this.codebook.byId.get(label.trim());
    if (byId) return byId;
    const found = this.#byLabel.get(labelKey(label));
    return found === 'several' ? undefined : found;
  }

  #add(key: string, code: Code): void {
    const known = this.#byLabel.get(key);
    this.#byLabel.set(key, known && known !== code ? 'several' : code);
  }
}

function namesOf(name: Localized): string[] {
  return typeof name === 'string' ? [name] : Object.values(name);
}
