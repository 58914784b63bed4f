import type { ScoringState, ScoringStatus, ToEditor, Who } from '../../protocol/scoring';

/** What the parts of the view share: the words, the way to the editor, and what the reader has opened. */
export interface View {
  readonly strings: ScoringState['strings'];
  send(message: ToEditor): void;
  /** Draws a domain anew. */
  redraw(domain: string): void;
  /** What is open or shown in full, by name; kept over a restart. */
  readonly opened: { has(name: string): boolean; set(name: string, open: boolean): void };
  readonly rationales: Rationales;
}

/** A rationale that was typed, and whether the editor has said that it is on disk. */
interface Typed {
  readonly text: string;
  readonly revision: number;
  readonly written: boolean;
}

/**
 * What was typed of the rationales: it is what the fields show, whatever the editor says meanwhile, until it is on
 * disk and the field has been left.
 */
export class Rationales {
  readonly #typed = new Map<string, Typed>();
  readonly #said = new Map<string, ScoringStatus>();
  #revision = 0;

  type(domain: string, who: Who, text: string): number {
    this.#revision++;
    this.#typed.set(key(domain, who), { text, revision: this.#revision, written: false });
    return this.#revision;
  }

  /** Notes how far a change has come. */
  note(status: ScoringStatus): void {
    const at = key(status.domain, status.who);
    this.#said.set(at, status);
    const typed = this.#typed.get(at);
    const written = status.status === 'saved' || status.status === 'kept';
    if (typed && written && status.revision === typed.revision) this.#typed.set(at, { ...typed, written });
  }

  /** Lets go of what was typed in a field that has been left, where it is on disk. */
  leave(domain: string, who: Who): void {
    if (this.#typed.get(key(domain, who))?.written) this.#typed.delete(key(domain, who));
  }

  /** What was typed last. */
  typed(domain: string, who: Who): string | undefined {
    return this.#typed.get(key(domain, who))?.text;
  }

  said(domain: string, who: Who): string {
    return this.#said.get(key(domain, who))?.said ?? '';
  }
}

function key(domain: string, who: Who): string {
  return JSON.stringify([domain, who]);
}
