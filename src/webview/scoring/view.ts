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

/** A rationale that was typed and is not known to be on disk yet. */
interface Typed {
  readonly text: string;
  readonly revision: number;
}

/** What was typed of the rationales, until the editor says that it is on disk. */
export class Rationales {
  readonly #typed = new Map<string, Typed>();
  readonly #said = new Map<string, ScoringStatus>();
  #revision = 0;

  type(domain: string, who: Who, text: string): number {
    this.#revision++;
    this.#typed.set(key(domain, who), { text, revision: this.#revision });
    return this.#revision;
  }

  /** Notes how far a change has come. */
  note(status: ScoringStatus): void {
    const at = key(status.domain, status.who);
    this.#said.set(at, status);
    const isWritten = status.status === 'saved' || status.status === 'kept';
    if (isWritten && status.revision === this.#typed.get(at)?.revision) this.#typed.delete(at);
  }

  /** What was typed last, while it is not on disk. */
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
